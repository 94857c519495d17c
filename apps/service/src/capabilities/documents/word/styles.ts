import { AlignmentType, type IStylesOptions } from 'docx';

/** The usual face of Russian offices: it is on every machine that has Word, our PT Serif is not. */
const FONT = 'Times New Roman';

/** Sizes are half points, distances twentieths of a point. */
export const STYLES: IStylesOptions = {
	default: {
		document: {
			run: { font: FONT, size: 24, color: '000000', language: { value: 'ru-RU' } },
			paragraph: { spacing: { after: 120, line: 276 } }
		},
		title: heading(28, 240, 60, AlignmentType.CENTER),
		heading1: heading(24, 240, 120),
		heading2: heading(24, 200, 100)
	},
	paragraphStyles: [
		{ id: 'Body', name: 'Абзац', basedOn: 'Normal', paragraph: { indent: { firstLine: 709 } } },
		{
			id: 'Cell',
			name: 'Ячейка',
			basedOn: 'Normal',
			run: { size: 22 },
			paragraph: { spacing: { after: 0, line: 240 } }
		},
		{
			id: 'Dense',
			name: 'Ячейка мелкая',
			basedOn: 'Cell',
			run: { size: 18 }
		},
		{ id: 'Note', name: 'Примечание', basedOn: 'Normal', run: { size: 19 } }
	]
};

function heading(
	size: number,
	before: number,
	after: number,
	alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT
) {
	return {
		run: { font: FONT, size, bold: true, color: '000000' },
		paragraph: { alignment, spacing: { before, after }, keepNext: true }
	};
}
