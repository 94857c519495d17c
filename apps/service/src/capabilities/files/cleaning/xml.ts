import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { Uncleanable } from './refusal.ts';

/** Reads a part; what is not UTF-8 or declares entities is not read at all. */
export function parse(bytes: Uint8Array): Document {
	const text = textOf(bytes);
	if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Uncleanable('holds_unknown');
	try {
		return new DOMParser({ onError: stop }).parseFromString(text, 'text/xml');
	} catch {
		throw new Uncleanable('broken');
	}
}

export function write(document: Document): Uint8Array {
	return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

/** Every element, the outer before the inner. */
export function elementsOf(document: Document): Element[] {
	return [...document.getElementsByTagName('*')];
}

export function remove(element: Element): void {
	element.parentNode?.removeChild(element);
}

export function textOf(bytes: Uint8Array): string {
	const isWide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
	if (isWide) throw new Uncleanable('holds_unknown');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Uncleanable('broken');
	}
}

function stop(_level: string, message: string): void {
	throw new Error(message);
}
