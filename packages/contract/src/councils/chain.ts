import { MEETING_STATES, OUTCOMES } from '@stazhirovka/domain/councils';
import { NEXT_STEPS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id } from '../words.ts';

const Named = z.object({ id: Id, title: z.string() });
const Paper = z.object({ id: Id, number: z.string(), on: Day });

/** Everything that an application meets on its way to the act, and the one step that comes next. */
export const ApplicationChain = z.object({
	next: z.enum(NEXT_STEPS),
	/** Who does the step, in the words of the regulation. */
	by: z.string().nullable(),
	/** Councils that may judge it, those that have begun to first. */
	councils: z.array(Named),
	round: z.object({ wanted: z.int(), submitted: z.int() }).nullable(),
	meetings: z.array(
		z.object({
			id: Id,
			council: Named,
			number: z.int().nullable(),
			heldOn: Day,
			state: z.enum(MEETING_STATES),
			outcome: z.enum(OUTCOMES).nullable()
		})
	),
	proposal: Paper.extend({ body: z.string() }).nullable(),
	act: Paper.extend({ kind: z.string() }).nullable(),
	site: Named.nullable(),
	/** Letters about decisions that the applicant was not sent yet. */
	letters: z.int()
});
export type ApplicationChain = z.infer<typeof ApplicationChain>;

export const getApplicationChain = endpoint({
	method: 'GET',
	url: '/applications/:id/chain',
	schema: {
		tags: ['councils'],
		summary: 'Council, meetings, proposal and act of an application, and its next step',
		params: ById,
		response: { 200: ApplicationChain, ...refusals }
	}
});
