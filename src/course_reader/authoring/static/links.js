/* The words of links can be selected like all others: a browser begins no selection at a link, so it is made here. */

/** @import { App } from "./app.js" */

const NEAR = 3; // px that a click may move

/**
 * The place in the text at a point of the window.
 * @param {{ clientX: number, clientY: number }} point
 */
function caretAt({ clientX, clientY }) {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint(clientX, clientY);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** @param {App} app */
export function makeLinksSelectable(app) {
  /** @type {{ x: number, y: number, node: Node, offset: number } | null} */
  let begun = null;
  const linkAt = (/** @type {Event} */ { target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    return link && app.text.root.contains(link) ? link : null;
  };
  addEventListener("pointerdown", (event) => {
    const link = event.pointerType === "mouse" && !event.button && !event.shiftKey ? linkAt(event) : null;
    link?.setAttribute("draggable", "false");
    const caret = link && caretAt(event);
    begun = caret && { x: event.clientX, y: event.clientY, ...caret };
    if (begun) getSelection()?.removeAllRanges();
  });
  addEventListener("pointermove", (event) => {
    if (!begun || !(event.buttons & 1)) return;
    if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < NEAR) return;
    const caret = caretAt(event);
    if (caret && document.body.contains(caret.node)) getSelection()?.setBaseAndExtent(begun.node, begun.offset, caret.node, caret.offset);
  });
  addEventListener("dragstart", (event) => { if (begun) event.preventDefault(); });
  for (const event of ["pointerup", "pointercancel"]) addEventListener(event, () => { begun = null; });
  // A click that ends a selection is no click on the link.
  addEventListener("click", (event) => {
    if (event.detail > 0 && linkAt(event) && !getSelection()?.isCollapsed && app.chooser.selected()) event.preventDefault();
  }, true);
}
