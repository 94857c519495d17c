import type { Element } from '@xmldom/xmldom';
import type { CleanPart, Drops } from './part.ts';
import { Uncleanable } from './refusal.ts';
import { elementsOf, parse, remove, textOf, write } from './xml.ts';

const SOMEBODY = 'Автор';

/** A small picture of the first page, signatures with their certificates, earlier versions with their authors. */
const DROPPED = /^(Thumbnails\/|META-INF\/.*signatures|Versions\/|VersionList\.xml$)/i;
const META = /(^|\/)meta\.xml$/;
const TELLING = /creator|initials|author|sender|printer|file-entry|encryption|mailto:|file:|<script/i;

/** Elements that are a name: of remarks, of changes, of fields that print who wrote the document. */
const NAMES = [
	...['creator', 'creator-initials', 'sender-initials', 'author-name', 'author-initials', 'initial-creator'],
	...['sender-firstname', 'sender-lastname', 'sender-email', 'sender-company', 'sender-phone-work']
];

const drops: Drops = (name) => DROPPED.test(name);

/** A part of a text, a sheet or slides of OpenDocument without people and their computers. */
const clean: CleanPart = (name, content, gone) => {
	if (!/\.(xml|svg|rdf)$/i.test(name)) throw new Uncleanable('holds_unknown');
	if (!TELLING.test(textOf(content)) && !META.test(name)) return content;

	const document = parse(content);
	if (META.test(name)) {
		for (const told of elementsOf(document).filter(
			({ parentNode }) => parentNode?.nodeName === 'office:meta'
		))
			remove(told);
		return write(document);
	}
	for (const element of elementsOf(document)) cleanElement(element, gone);
	return write(document);
};

export const openDocumentPart = { drops, clean };

function cleanElement(element: Element, gone: ReadonlySet<string>): void {
	const { localName } = element;
	if (localName === null) return;
	if (localName === 'encryption-data') throw new Uncleanable('locked');
	if (localName === 'file-entry' && gone.has(element.getAttribute('manifest:full-path') ?? ''))
		return remove(element);
	if (localName === 'config-item' && /printer|database/i.test(element.getAttribute('config:name') ?? ''))
		element.textContent = '';
	if (NAMES.includes(localName)) element.textContent = SOMEBODY;

	const link = element.getAttribute('xlink:href');
	if (link !== null && /^(mailto|file):|^\//i.test(link)) element.setAttribute('xlink:href', '#');
}
