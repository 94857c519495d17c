import { APPLICATION_STATES, SHEETS, WAYS_IN } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { Day, Id, Moment, Revision, text } from '../words.ts';

export const State = z.enum(APPLICATION_STATES);
export const SheetKind = z.enum(SHEETS);
export const WayIn = z.enum(WAYS_IN);
export const Step = z.enum(['completeness', 'expertise', 'council', 'proposal', 'act']);

const Title = text(300, 3);
export const Reason = text(2000);
export const Named = z.object({ id: Id, title: z.string() });

export const Days = z.object({ opensOn: Day, closesOn: Day });

const Member = z.object({ organisationId: Id, isLead: z.boolean() });

/** What the site will be: its name, theme and organisations. */
export const SiteFacts = z.object({
	title: Title,
	theme: text(500),
	/** Empty where the organisation is alone. */
	members: z.array(Member).max(30),
	minutes: text(300)
});

export const Rules = z.object({
	key: z.string(),
	title: z.string(),
	territory: z.string(),
	statusName: z.string()
});

/** A line of a list. */
export const ApplicationLine = z.object({
	id: Id,
	title: z.string(),
	state: State,
	direct: z.boolean(),
	regulation: Rules.pick({ key: true, title: true }),
	organisation: Named,
	members: z.int(),
	/** What stands next on the way, if anything does. */
	due: Step.nullable(),
	submittedAt: Moment.nullable(),
	decidedAt: Moment.nullable(),
	changedAt: Moment
});
export type ApplicationLine = z.infer<typeof ApplicationLine>;

export const OnRevision = z.object({ revision: Revision });
