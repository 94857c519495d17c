import type { Element } from '@xmldom/xmldom';
import type { CleanPart, Drops } from './part.ts';
import { Uncleanable } from './refusal.ts';
import { elementsOf, parse, remove, textOf, write } from './xml.ts';

const SOMEBODY = 'Автор';

/** A small picture of the first page, signatures with their certificates, labels of an organisation, data of its servers. */
const DROPPED = /^(docProps\/thumbnail\.|_xmlsignatures\/|docMetadata\/|customXml\/)/i;
const PROPERTIES = /^docProps\/[^/]+\.xml$/i;
/** Names of printers and computers. */
const PRINTER = /printerSettings\d*\.bin$/i;
/** Most parts are long and tell nothing: only those with such a word are read. */
const TELLING =
	/author|initials|userid|username|lastmodifiedby|creator|abspath|person|mailto:|file:|\\\\|relationship|override|<\w*:?metadata/i;

/** Of every element: attributes that name a person. */
const NAMING = ['author', 'initials', 'userId', 'userName', 'lastModifiedBy', 'providerId'];
/** Elements whose `name` or `displayName` is a person's. */
const PEOPLE = ['cmAuthor', 'author', 'person'];
/** Elements that are a name, or a path on the author's computer. */
const NAMES = ['author', 'creator', 'lastModifiedBy', 'lastEditedBy'];
const REMOVED = ['absPath', 'presenceInfo', 'metadata'];

const drops: Drops = (name) => DROPPED.test(name);

/** A part of a Word, Excel or PowerPoint file without people and their computers. */
const clean: CleanPart = (name, content, gone) => {
	if (PRINTER.test(name)) return new Uint8Array();
	if (!/\.(xml|rels|svg|vml)$/i.test(name)) throw new Uncleanable('holds_unknown');
	if (!TELLING.test(textOf(content)) && !PROPERTIES.test(name)) return content;

	const document = parse(content);
	if (PROPERTIES.test(name)) {
		for (const child of [...(document.documentElement?.childNodes ?? [])])
			document.documentElement?.removeChild(child);
		return write(document);
	}
	for (const element of elementsOf(document)) cleanElement(element, name, gone);
	return write(document);
};

export const officePart = { drops, clean };

function cleanElement(element: Element, part: string, gone: ReadonlySet<string>): void {
	const { localName } = element;
	if (localName === null) return;
	if (REMOVED.includes(localName)) return remove(element);
	if (localName === 'Relationship') return cleanRelationship(element, part, gone);
	if (localName === 'Override') return forget(element, element.getAttribute('PartName')?.slice(1), gone);

	for (const { name, localName: own } of [...element.attributes]) {
		const names = PEOPLE.includes(localName) && (own === 'name' || own === 'displayName');
		if (names || (own !== null && NAMING.includes(own)) || NAMING.includes(name))
			element.setAttribute(name, own === 'userId' || own === 'providerId' ? '' : SOMEBODY);
	}
	if (NAMES.includes(localName) && element.getElementsByTagName('*').length === 0)
		element.textContent = SOMEBODY;
}

/** What leads to a part that is gone goes too; what leads to somebody's disk or mail leads nowhere. */
function cleanRelationship(element: Element, part: string, gone: ReadonlySet<string>): void {
	const target = element.getAttribute('Target') ?? '';
	if (element.getAttribute('TargetMode') !== 'External') return forget(element, placeOf(part, target), gone);
	if (!/^https?:/i.test(target)) element.setAttribute('Target', 'about:blank');
}

function forget(element: Element, name: string | undefined, gone: ReadonlySet<string>): void {
	if (name !== undefined && gone.has(name)) remove(element);
}

/** `word/_rels/document.xml.rels` and `../customXml/item1.xml` give `customXml/item1.xml`. */
function placeOf(part: string, target: string): string {
	const folder = part.replace(/_rels\/[^/]*$/, '');
	return new URL(target, `zip:///${folder}`).pathname.slice(1);
}
