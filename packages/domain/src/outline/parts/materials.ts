import type { ProgrammeDocument, ProgrammeVideo } from '../../programmes/index.ts';
import type { ProgrammeFields } from '../field.ts';
import { given, line, note, optional, rare, records, word } from '../shape.ts';

type Material = ProgrammeDocument['materials'][number];

/** The bank of materials and the video recordings (R83, R88, R92). */
export const materials = {
	videos: {
		...records<ProgrammeVideo>(
			{
				key: given,
				n: given,
				title: line,
				deficit: { kind: 'reference', to: 'deficits' },
				look_for: line,
				duration: optional(line),
				status: { kind: 'given', blank: 'placeholder' },
				file: { kind: 'file' },
				captions_required: optional({ kind: 'yesNo', absent: false }),
				transcript_required: optional({ kind: 'yesNo', absent: false }),
				consent_note: rare(note)
			},
			{ title: 'title', open: 'each', key: { from: 'V', digits: 2 }, numbered: { field: 'n', from: 1 } }
		),
		optional: true
	},
	materials: records<Material>(
		{
			key: given,
			kind: word(['card', 'template', 'collection', 'memo', 'checklist', 'guide', 'law']),
			title: line,
			file: { kind: 'file' },
			demo: rare({ kind: 'yesNo', absent: false })
		},
		{ title: 'title', open: 'each', key: { from: 'B', digits: 2 } }
	)
} satisfies Partial<ProgrammeFields>;
