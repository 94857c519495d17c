import type { ProgrammeActivity, ProgrammeModule, ProgrammeTopic } from '../../programmes/index.ts';
import type { Field, ProgrammeFields } from '../field.ts';
import { choice, count, given, line, note, optional, rare, record, records, word } from '../shape.ts';
import { plannedResults } from './explanatory-note.ts';

const KINDS = [
	'presentation',
	'discussion',
	'training',
	'video_analysis',
	'diagnostic',
	'planning',
	'registration',
	'tasks',
	'consultation',
	'tryout',
	'form',
	'final_work',
	'publish',
	'peer_review',
	'completion'
];
const OUTPUTS = [
	'account',
	'certificate',
	'chat_messages',
	'chat_post',
	'feedback',
	'final_work',
	'final_work_published',
	'learning_route',
	'peer_review',
	'recommendations',
	'schedule',
	'task_submission',
	'tryout_record',
	'understanding_mark'
];
const CARDS = ['final_work', 'peer_rubric', 'survey', 'feedback_survey'];

const points: Field = { kind: 'lines', long: true };

/** Modules and their activities, minute by minute (R36, R50, R82). */
export const modules = {
	modules: records<ProgrammeModule>(
		{
			n: given,
			key: given,
			title: line,
			hours: count,
			minutes: count,
			mode: word(['offline', 'distance']),
			place: optional(line),
			result: optional(note),
			topic: rare(
				record<ProgrammeTopic>({
					teach: optional(points),
					shape: optional(points),
					develop: optional(points),
					planned_results: plannedResults
				})
			),
			activities: records<ProgrammeActivity>(
				{
					n: given,
					key: given,
					title: line,
					minutes: count,
					kind: choice(KINDS, { open: true }),
					work: optional({ kind: 'lines', suggested: ['индивидуальная', 'групповая', 'фронтальная'] }),
					forms: { kind: 'references', to: 'cards', beside: CARDS },
					outputs: { kind: 'references', to: 'cards', beside: OUTPUTS },
					videos: { ...optional(count), when: { field: 'kind', is: ['video_analysis'] } },
					tasks_count: { ...optional(count), when: { field: 'kind', is: ['tasks'] } }
				},
				{
					title: 'title',
					open: 'each',
					key: { from: '{}a', within: 'modules.activities' },
					numbered: { field: 'n', from: 1 }
				}
			),
			minutes_source: rare(note)
		},
		{ title: 'title', open: 'each', key: { from: 'm' }, numbered: { field: 'n', from: 1 } }
	)
} satisfies Partial<ProgrammeFields>;
