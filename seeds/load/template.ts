/** Text with blanks: what lies between the values that differ from one copy to the next. */
export class Template {
  readonly #between: string[] = [];
  readonly #places: number[] = [];

  /** `candidate` finds what may be a blank, `placeOf` says which of the values it is. */
  constructor(text: string, candidate: RegExp, placeOf: (found: string) => number | undefined) {
    let begin = 0;
    for (const { 0: found, index } of text.matchAll(candidate)) {
      const place = placeOf(found);
      if (place === undefined) continue;
      this.#between.push(text.slice(begin, index));
      this.#places.push(place);
      begin = index + found.length;
    }
    this.#between.push(text.slice(begin));
  }

  /** The text with its blanks filled from `values`. */
  fill(values: readonly string[]): string {
    const between = this.#between;
    const places = this.#places;
    let text = between[0]!;
    for (let index = 0; index < places.length; index += 1) text += values[places[index]!]! + between[index + 1]!;
    return text;
  }
}
