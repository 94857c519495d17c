import {
	addAgendaItem,
	callMeeting,
	cancelMeeting,
	closeMeeting,
	getMeeting,
	markMeetingAttendance,
	recordVotes,
	removeAgendaItem
} from '@stazhirovka/contract/councils';
import { AGENDA_KINDS, VOTES } from '@stazhirovka/domain/councils';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { attachSignatureFrom } from '#lib/documents/server/signature-action.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

type OnMeeting = RequestEvent<Record<string, string>>;

/** The same page for those who keep the region and for the members: what each may do is told by the meeting. */
export async function loadMeeting({ locals, url }: Pick<OnMeeting, 'locals' | 'url'>, id: string) {
	signedIn(locals.actor);
	const site = url.searchParams.get('site') ?? '';
	return {
		meeting: orError(await locals.call(getMeeting, { params: { id }, querystring: { site } })),
		/** What was typed to find a site for the agenda. */
		site,
		done: url.searchParams.get('done')
	};
}

/** `idOf`: which meeting the page is about. */
export function meetingActions<E extends OnMeeting>(idOf: (event: E) => string) {
	const at = (event: E) => ({ params: { id: idOf(event) } });
	return {
		async add(event: E) {
			const data = await event.request.formData();
			const kind = AGENDA_KINDS.find((one) => one === textOf(data, 'kind')) ?? 'other';
			const body = {
				kind,
				title: textOf(data, 'title'),
				applicationId: kind === 'application' ? textOrNull(data, 'applicationId') : null,
				siteId: kind === 'termination' || kind === 'results' ? textOrNull(data, 'siteId') : null
			};
			const answer = await event.locals.call(addAgendaItem, { ...at(event), body });
			return answer.ok ? lead(event, 'added') : orFail(answer.refusal, { what: 'add', typed: body });
		},

		async remove(event: E) {
			const id = textOf(await event.request.formData(), 'item');
			const answer = await event.locals.call(removeAgendaItem, { params: { id } });
			return answer.ok ? lead(event, 'removed') : orFail(answer.refusal, told('remove'));
		},

		async invite(event: E) {
			const answer = await event.locals.call(callMeeting, at(event));
			return answer.ok ? lead(event, 'called') : orFail(answer.refusal, told('invite'));
		},

		async attend(event: E) {
			const data = await event.request.formData();
			const body = { revision: revisionOf(data), present: data.getAll('present').map(String) };
			const answer = await event.locals.call(markMeetingAttendance, { ...at(event), body });
			return answer.ok ? lead(event, 'attended') : orFail(answer.refusal, told('attend'));
		},

		async vote(event: E) {
			const data = await event.request.formData();
			const item = textOf(data, 'item');
			const body = {
				revision: revisionOf(data),
				votes: votesIn(data),
				heard: textOf(data, 'heard'),
				decision: textOf(data, 'decision'),
				putOff: data.has('putOff')
			};
			const answer = await event.locals.call(recordVotes, { params: { id: item }, body });
			return answer.ok ? lead(event, 'voted', `#item-${item}`) : orFail(answer.refusal, told('vote'));
		},

		attachSignature: (event: E) => attachSignatureFrom(event),

		async close(event: E) {
			const body = { revision: revisionOf(await event.request.formData()) };
			const answer = await event.locals.call(closeMeeting, { ...at(event), body });
			return answer.ok ? lead(event, 'closed') : orFail(answer.refusal, told('close'));
		},

		async cancel(event: E) {
			const answer = await event.locals.call(cancelMeeting, at(event));
			return answer.ok ? lead(event, 'cancelled') : orFail(answer.refusal, told('cancel'));
		}
	};
}

function votesIn(data: FormData) {
	return [...data.entries()].flatMap(([name, value]) => {
		const vote = VOTES.find((one) => one === value);
		return name.startsWith('vote.') && vote ? [{ personId: name.slice('vote.'.length), vote }] : [];
	});
}

function revisionOf(data: FormData): number {
	return Number(textOf(data, 'revision'));
}

function told(what: string) {
	return { what, typed: undefined };
}

function lead({ url }: { url: URL }, done: string, place = ''): never {
	redirect(303, `${url.pathname}?done=${done}${place}`);
}
