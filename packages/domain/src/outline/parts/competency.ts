import type { ProgrammeDeficit, ProgrammeDocument } from '../../programmes/index.ts';
import type { ProgrammeFields } from '../field.ts';
import { given, line, optional, record, records, word } from '../shape.ts';

type Competency = ProgrammeDocument['competency'];
type Alignment = NonNullable<Competency['alignment']>[number];
type PupilFunction = NonNullable<ProgrammeDocument['child_functions']>[number];

/** Areas in which deficits are diagnosed: the framework «competence_areas». */
const AREAS = ['subject', 'methodical', 'psychological_pedagogical', 'communicative'];

/** The competence with its place in a framework, and the deficits that the programme removes (R43). */
export const competency = {
	competency: record<Competency>({
		key: { kind: 'given', blank: 'competency' },
		title: line,
		alignment: {
			...optional(
				records<Alignment>({ framework: word([]), code: line, title: line }, { title: 'title', open: 'rows' })
			)
		},
		area: optional(word(AREAS))
	}),
	child_functions: {
		...records<PupilFunction>(
			{ key: given, title: line },
			{ title: 'title', open: 'rows', key: { from: 'F' } }
		),
		optional: true,
		rare: true
	},
	deficits: records<ProgrammeDeficit>(
		{
			key: given,
			n: given,
			title: line,
			deficit: line,
			target: line,
			child_functions: { kind: 'references', to: 'child_functions', optional: true },
			area: optional(word(AREAS))
		},
		{ title: 'title', open: 'each', key: { from: 'D' }, numbered: { field: 'n', from: 1 } }
	)
} satisfies Partial<ProgrammeFields>;
