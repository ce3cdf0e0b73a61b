import type { Page } from 'playwright-core';

/** What is wrong with a page's layout: it scrolls sideways, words are cut off, or words lie on words. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} px in ${clientWidth} px`);

    for (const element of document.querySelectorAll('body *')) {
      const isCut = getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
      if (isCut && element.checkVisibility()) faults.push(`“${element.textContent}” is cut off`);
    }

    /** The part of a box that is left by every ancestor that cuts what sticks out of it. */
    const shown = (box: DOMRect, element: Element | null): DOMRect => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
        if (getComputedStyle(each).overflow === 'visible' || each.namespaceURI?.endsWith('svg')) continue;
        const edge = each.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      return new DOMRect(left, top, right - left, bottom - top);
    };

    const words: { node: Node; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.trim() === '' || !node.parentElement?.checkVisibility({ visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const left = shown(box, node.parentElement);
        // One pixel is what is left of words for screen readers.
        if (left.width > 1 && left.height > 1) words.push({ node, box: left });
      }
    }
    // Line boxes of neighbouring lines may touch; letters do not.
    const slack = 3;
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (one.node !== other.node && across > slack && down > slack) {
          faults.push(`“${one.node.textContent}” lies on “${other.node.textContent}”`);
        }
      }
    });
    return faults;
  });
}
