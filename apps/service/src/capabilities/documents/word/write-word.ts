import {
	AlignmentType,
	Document,
	Header,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TextRun,
	type ISectionOptions
} from 'docx';
import type { OutlinedPaper } from '../outline.ts';
import { written } from './blocks.ts';
import { numberingOf } from './numbering.ts';
import { coreProperties } from './properties.ts';
import { STYLES } from './styles.ts';
import { withoutTimes } from './zip-times.ts';

/** A4 and its margins in twentieths of a point. */
const SHEET = { short: 11_906, long: 16_838 };
const MARGIN = { left: 1701, right: 850, top: 1134, bottom: 1134, header: 567 };

/** The paper as a file for Word and LibreOffice. Equal papers give equal bytes. */
export async function writeWord(paper: OutlinedPaper): Promise<Uint8Array> {
	const { title, author, blocks } = paper;
	const width = (isTurned(paper) ? SHEET.long : SHEET.short) - MARGIN.left - MARGIN.right;
	const children = blocks.flatMap((block, n) => written(block, n, width));

	const document = new Document({
		title,
		creator: author,
		styles: STYLES,
		numbering: numberingOf(blocks),
		sections: [{ ...pageOf(paper), children }]
	});
	const properties = { path: 'docProps/core.xml', data: coreProperties({ title, author }) };
	// In memory of its own, because it is handed over to another thread.
	return new Uint8Array(withoutTimes(await Packer.toBuffer(document, undefined, [properties])));
}

function isTurned({ orientation }: OutlinedPaper): boolean {
	return orientation === 'landscape';
}

/** Pages are numbered in the upper margin, from the second on. */
function pageOf(paper: OutlinedPaper): Pick<ISectionOptions, 'properties' | 'headers'> {
	const number = new Paragraph({
		alignment: AlignmentType.CENTER,
		children: [new TextRun({ children: [PageNumber.CURRENT] })]
	});
	return {
		properties: {
			titlePage: true,
			page: {
				size: {
					width: SHEET.short,
					height: SHEET.long,
					orientation: isTurned(paper) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
				},
				margin: MARGIN
			}
		},
		headers: {
			first: new Header({ children: [new Paragraph({})] }),
			default: new Header({ children: [number] })
		}
	};
}
