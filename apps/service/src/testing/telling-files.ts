import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

const OFFICE = 'http://schemas.openxmlformats.org';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = `${OFFICE}/wordprocessingml/2006/main`;

/** Files which tell of their author wherever a file of the kind can. */

/** Lying on its side, with the name, the place and the words of its author. */
export function tellingPhotograph(author: string): Promise<Buffer> {
	return sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } })
		.jpeg()
		.withExif({ IFD0: { Artist: author, Copyright: author, ImageDescription: author } })
		.withMetadata({ orientation: 6 })
		.toBuffer();
}

export async function tellingWord(author: string): Promise<Buffer> {
	const by = `w:author="${author}" w:initials="${author}" w:date="2027-01-18T07:00:00Z"`;
	const relation = (id: string, type: string, target: string, more = '') =>
		`<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}" ${more}/>`;
	const relations = (...all: string[]) =>
		`${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`;
	return archive({
		'[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': relations(
			relation('r1', 'officeDocument', 'word/document.xml'),
			relation('r2', 'metadata/core-properties', 'docProps/core.xml'),
			relation('r3', 'metadata/thumbnail', 'docProps/thumbnail.jpeg')
		),
		'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`,
		'docProps/app.xml': `${XML}<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"><Company>${author}</Company><Manager>${author}</Manager></Properties>`,
		'docProps/custom.xml': `${XML}<Properties xmlns="${OFFICE}/officeDocument/2006/custom-properties"><property name="Кто">${author}</property></Properties>`,
		'docProps/thumbnail.jpeg': await tellingPhotograph(author),
		'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body><w:p><w:ins ${by}><w:r><w:t>Сценарий урока</w:t></w:r></w:ins></w:p></w:body></w:document>`,
		'word/comments.xml': `${XML}<w:comments xmlns:w="${WORD}"><w:comment w:id="1" ${by}><w:p><w:r><w:t>Проверить</w:t></w:r></w:p></w:comment></w:comments>`,
		'word/people.xml': `${XML}<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${author}"><w15:presenceInfo w15:providerId="AD" w15:userId="${author}"/></w15:person></w15:people>`,
		'word/_rels/document.xml.rels': relations(
			relation('r1', 'image', 'media/image1.jpeg'),
			relation('r2', 'customXml', '../customXml/item1.xml'),
			relation('r3', 'attachedTemplate', `file:///C:/Users/${author}/a.dotx`, 'TargetMode="External"'),
			relation('r4', 'hyperlink', `mailto:${author}`, 'TargetMode="External"')
		),
		'word/media/image1.jpeg': await tellingPhotograph(author),
		'customXml/item1.xml': `${XML}<a>${author}</a>`
	});
}

export function tellingSlides(author: string): Buffer {
	return archive({
		'[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`,
		'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="${OFFICE}/presentationml/2006/main"/>`,
		'ppt/commentAuthors.xml': `${XML}<p:cmAuthorLst xmlns:p="${OFFICE}/presentationml/2006/main"><p:cmAuthor id="0" name="${author}" initials="${author}"/></p:cmAuthorLst>`
	});
}

export function tellingTable(author: string): Buffer {
	return archive({
		'[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		'xl/workbook.xml': `${XML}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:a="x"><fileSharing userName="${author}"/><a:absPath url="C:\\${author}\\"/></workbook>`,
		'xl/comments1.xml': `${XML}<comments xmlns="${OFFICE}/spreadsheetml/2006/main"><authors><author>${author}</author></authors></comments>`,
		'xl/persons/person.xml': `${XML}<personList><person displayName="${author}" userId="${author}"/></personList>`,
		'xl/printerSettings/printerSettings1.bin': author
	});
}

export function tellingOpenText(author: string): Buffer {
	const names = 'xmlns:office="o" xmlns:dc="d" xmlns:meta="m" xmlns:text="t" xmlns:config="c"';
	return archive({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'meta.xml': `${XML}<office:document-meta ${names}><office:meta><meta:initial-creator>${author}</meta:initial-creator><dc:creator>${author}</dc:creator></office:meta></office:document-meta>`,
		'content.xml': `${XML}<office:document-content ${names}><office:annotation><dc:creator>${author}</dc:creator><meta:creator-initials>${author}</meta:creator-initials><text:p>Сценарий урока</text:p></office:annotation><text:sender-lastname>${author}</text:sender-lastname></office:document-content>`,
		'settings.xml': `${XML}<a ${names}><config:config-item config:name="PrinterName">${author}</config:config-item></a>`,
		'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="f"><manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/></manifest:manifest>`,
		'META-INF/documentsignatures.xml': `<a>${author}</a>`,
		'Thumbnails/thumbnail.png': author
	});
}

/** With a photograph, a remark, a file inside, XMP and Info. */
export async function tellingPdf(author: string): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	const { context, catalog } = pdf;
	pdf.setAuthor(author);
	pdf.setCreator(author);
	pdf.setTitle(author);
	const page = pdf.addPage([200, 200]);
	page.drawImage(await pdf.embedJpg(await tellingPhotograph(author)), { x: 0, y: 0 });
	const remark = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(author) };
	page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(remark))]));
	await pdf.attach(Buffer.from(author), 'a.txt');
	catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x>${author}</x>`)));
	context.register(context.stream(`left from an older version: ${author}`));
	return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

function archive(parts: Record<string, string | Uint8Array>): Buffer {
	const bytes = Object.entries(parts).map(([name, part]) => [
		name,
		typeof part === 'string' ? strToU8(part) : new Uint8Array(part)
	]);
	return Buffer.from(zipSync(Object.fromEntries(bytes)));
}
