import { z } from 'zod';
import { Day, Moment, Person, Revision } from '../words.ts';

export const LearningRouteItem = z.object({
	position: z.int(),
	task: z.string(),
	title: z.string(),
	minutes: z.int(),
	product: z.string(),
	tryoutRequired: z.boolean(),
	/** Until when this intern has time: later than `plannedOn` where more of it was given. */
	dueOn: Day,
	plannedOn: Day,
	/** The working days that the task has, and the weekdays among them that are not worked. */
	span: z.object({
		from: Day,
		workingDays: z.int(),
		skipped: z.array(z.object({ day: Day, title: z.string() }))
	}),
	deficits: z.array(z.object({ key: z.string(), title: z.string(), role: z.enum(['primary', 'secondary']) })),
	/** Why the rules chose it; null when it was put in by hand. */
	why: z.object({ code: z.string(), deficit: z.string().nullable() }).nullable(),
	state: z.enum(['locked', 'open', 'sent', 'returned', 'accepted']),
	late: z.boolean()
});

export const LearningRoute = z.object({
	intern: Person,
	tutor: Person.nullable(),
	state: z.enum(['draft', 'proposed', 'returned', 'agreed']),
	items: z.array(LearningRouteItem),
	expressed: z.array(z.string()),
	partial: z.array(z.string()),
	notCoveredAsPrimary: z.array(z.string()),
	needsTutorConsent: z.boolean(),
	changedByHand: z.boolean(),
	changeReason: z.string().nullable(),
	remark: z.string().nullable(),
	revision: Revision,
	agreedAt: Moment.nullable(),
	startsOn: Day,
	endsOn: Day,
	/** How much of a week the intern has for the route; null while it was not said. */
	minutesPerWeek: z.int().nullable(),
	/** The work on the tasks by weeks. */
	load: z.array(z.object({ monday: Day, minutes: z.int(), workingDays: z.int() })),
	notes: z.array(
		z.discriminatedUnion('code', [
			z.object({ code: z.literal('even'), fullest: z.int() }),
			z.object({ code: z.literal('prolonged'), from: Day, to: Day }),
			z.object({ code: z.literal('above_limit'), limit: z.int(), fullest: z.int() })
		])
	),
	/** How many versions there are; the intern’s wish to change an agreed route is the last of them. */
	versions: z.int(),
	asked: z.object({ number: z.int(), reason: z.string(), at: Moment }).nullable(),
	/** All tasks of the programme, to choose from by hand. */
	choices: z.array(
		z.object({
			task: z.string(),
			title: z.string(),
			minutes: z.int(),
			primary: z.array(z.string()),
			secondary: z.array(z.string())
		})
	),
	deficitTitles: z.record(z.string(), z.string()),
	can: z.object({
		change: z.boolean(),
		propose: z.boolean(),
		agree: z.boolean(),
		return: z.boolean(),
		/** Of an agreed route: the intern asks for a change, the tutor answers. */
		ask: z.boolean(),
		answer: z.boolean(),
		limit: z.boolean()
	})
});
export type LearningRoute = z.infer<typeof LearningRoute>;
