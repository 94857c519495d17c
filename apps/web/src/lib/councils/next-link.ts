import type { ApplicationChain } from '@stazhirovka/contract/councils';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/shell/dates.ts';

type Link = { href: string; words: string };

const PROPOSALS = '/coordinator/proposals';

/** Where the next step of an application is done; null when it is done on its own page, or by somebody else. */
export function nextLink({ next, councils, meetings, site }: ApplicationChain): Link | null {
	const [council] = councils;
	const meeting = meetings.find(({ state }) => state === 'planned' || state === 'called');
	switch (next) {
		case 'compose':
			return { href: '/coordinator/councils/new', words: m.councils_next_new_council() };
		case 'begin':
		case 'assign':
		case 'release':
		case 'reviews':
		case 'finish':
		case 'agenda':
			return council
				? { href: councilPlace(council.id), words: m.councils_next_open_council({ title: council.title }) }
				: null;
		case 'meeting':
			return meeting
				? {
						href: meetingPlace(meeting),
						words: m.councils_next_open_meeting({ date: dayText(meeting.heldOn) })
					}
				: null;
		case 'proposal':
			return { href: PROPOSALS, words: m.councils_next_open_proposals() };
		case 'act':
			return { href: '/coordinator/acts/new', words: m.councils_next_open_act() };
		case 'granted':
			return site && { href: `/coordinator/sites/${site.id}`, words: m.councils_next_open_site() };
		default:
			return null;
	}
}

/** Pages of what the steps of the way have left: each step leads to it. */
export function chainLinks(chain: ApplicationChain): Partial<Record<string, string>> {
	const { councils, meetings, proposal, act } = chain;
	const [council] = councils;
	const meeting = meetings.at(-1);
	return {
		...(council && { expertise: councilPlace(council.id) }),
		...(meeting && { council: meetingPlace(meeting) }),
		...(proposal && { proposal: PROPOSALS }),
		...(act && { act: `/coordinator/acts/${act.id}` })
	};
}

function councilPlace(id: string): string {
	return `/coordinator/councils/${id}`;
}

function meetingPlace({ id, council }: ApplicationChain['meetings'][number]): string {
	return `${councilPlace(council.id)}/meetings/${id}`;
}
