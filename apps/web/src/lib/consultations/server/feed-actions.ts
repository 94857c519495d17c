import { closeConsultationFeed, openConsultationFeed } from '@stazhirovka/contract/consultations';
import { orFail } from '#lib/server/answer.ts';

type Event = { locals: App.Locals };

/** What a page of consultations hands back with a refusal; each action fills its part. */
export const NOTHING = {
	done: undefined,
	count: undefined,
	address: undefined,
	typed: undefined,
	question: undefined
};

/** The same where nothing was refused. */
export const WENT_WELL = { ...NOTHING, problem: undefined, details: undefined };

/** The address of one's calendar, the same on the pages of interns and of hosts. */
export const feedActions = {
	async feed({ locals }: Event) {
		const answer = await locals.call(openConsultationFeed, {});
		return answer.ok ? { ...WENT_WELL, address: answer.value.address } : orFail(answer.refusal, NOTHING);
	},

	async unfeed({ locals }: Event) {
		const answer = await locals.call(closeConsultationFeed, {});
		return answer.ok ? { ...WENT_WELL, done: 'saved' } : orFail(answer.refusal, NOTHING);
	}
};
