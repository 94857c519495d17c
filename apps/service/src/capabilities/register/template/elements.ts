import type { Document, Element } from '@xmldom/xmldom';

/** Elements of this name under a document or another element, whatever prefix they were written with. */
export function within(parent: Document | Element, name: string): Element[] {
	return Array.from(parent.getElementsByTagNameNS('*', name));
}

/** Only the direct children. */
export function childrenOf(parent: Element, name: string): Element[] {
	const found: Element[] = [];
	for (let node = parent.firstChild; node; node = node.nextSibling) {
		if (isElement(node) && node.localName === name) found.push(node);
	}
	return found;
}

function isElement(node: { nodeType: number }): node is Element {
	return node.nodeType === 1;
}
