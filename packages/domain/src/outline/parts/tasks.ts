import type { ProgrammeDocument, ProgrammeRouteRules, ProgrammeTask } from '../../programmes/index.ts';
import type { ProgrammeFields } from '../field.ts';
import { choice, count, given, line, lines, note, optional, rare, record, records } from '../shape.ts';

type Exercise = NonNullable<ProgrammeDocument['exercises']>[number];

/** Tasks that remove deficits (R99–R103, R125). */
export const tasks = {
	tasks: records<ProgrammeTask>(
		{
			key: given,
			sequence: given,
			title: line,
			deficits: records<ProgrammeTask['deficits'][number]>(
				{
					key: { kind: 'reference', to: 'deficits' },
					role: choice(['primary', 'secondary'], { blank: 'primary' })
				},
				{ title: 'key', open: 'rows' }
			),
			minutes: count,
			why: optional(note),
			instruction: { kind: 'lines', long: true },
			product: line,
			self_check: records(
				{ key: given, text: line },
				{ title: 'text', open: 'rows', key: { from: '{}-c', within: 'tasks.self_check' } }
			),
			self_analysis: records(
				{ key: given, text: line },
				{ title: 'text', open: 'rows', key: { from: '{}-q', within: 'tasks.self_analysis' } }
			),
			materials: { kind: 'references', to: 'materials', optional: true },
			tutor_criteria: optional(lines),
			tryout_required: { kind: 'yesNo', blank: true }
		},
		{ title: 'title', open: 'each', key: { from: 'T', digits: 2 }, numbered: { field: 'sequence', from: 1 } }
	)
} satisfies Partial<ProgrammeFields>;

const weight = { kind: 'number', step: 0.5 } as const;

/** How the platform makes a route out of the deficits that were found (R94, R99, R100). */
export const routeRules = {
	route_rules: record<ProgrammeRouteRules>({
		length: count,
		algorithm: { kind: 'given', blank: 'expressed_first_cover' },
		weights: record({ expressed: weight, partial: weight }),
		role_factor: record({ primary: weight, secondary: weight }),
		steps: rare({ kind: 'lines', long: true }),
		developing_set: { kind: 'references', to: 'tasks' },
		check: rare(note)
	})
} satisfies Partial<ProgrammeFields>;

/** The collection of exercises (R86). */
export const exercises = {
	exercises: {
		...records<Exercise>(
			{
				key: given,
				title: line,
				function: { kind: 'reference', to: 'child_functions', optional: true },
				age: optional(line),
				time: optional(line),
				how: optional(note)
			},
			{ title: 'title', open: 'each', key: { from: 'E', digits: 2 } }
		),
		optional: true
	}
} satisfies Partial<ProgrammeFields>;
