/** What stands where a figure has no value; never a zero. */
export const none = '–';

/** Working days with one decimal, half away from zero. */
export function oneDecimal(value: number | null | undefined, language: string): string {
  if (value == null) return none;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'halfExpand',
  }).format(value);
}

/** A whole number with the language's thousands separator. */
export function countText(value: number | null | undefined, language: string): string {
  return value == null ? none : new Intl.NumberFormat(language).format(value);
}

/** A share as a percentage with one decimal; 100 % and 0 % only when the share is exactly that. */
export function rateText(rate: number | null | undefined, language: string): string {
  if (rate == null) return none;
  const percent = (value: number, digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  if (rate === 0 || rate === 1) return percent(rate, 0);
  if (rate > 0.999) return `> ${percent(0.999, 1)}`;
  if (rate < 0.001) return `< ${percent(0.001, 1)}`;
  return percent(rate, 1);
}
