import { closeConsultationFeed, openConsultationFeed } from '@stazhirovka/contract/consultations';
import { orFail } from '#lib/server/answer.ts';

type Event = { locals: App.Locals };

/** What a page of consultations hands back; each action fills its part. */
export const NOTHING = {
	done: undefined,
	count: undefined,
	address: undefined,
	typed: undefined,
	question: undefined,
	problem: undefined,
	details: undefined
};

/** The address of one's calendar, the same on the pages of interns and of hosts. */
export const feedActions = {
	async feed({ locals }: Event) {
		const answer = await locals.call(openConsultationFeed, {});
		return answer.ok ? { ...NOTHING, address: answer.value.address } : orFail(answer.refusal, NOTHING);
	},

	async unfeed({ locals }: Event) {
		const answer = await locals.call(closeConsultationFeed, {});
		return answer.ok ? { ...NOTHING, done: 'saved' } : orFail(answer.refusal, NOTHING);
	}
};
