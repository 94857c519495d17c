import { ID_PATTERN } from '@stazhirovka/domain/ids';

/** What of ours a message links to, and the API that tells of it. */
export type Linked = { kind: 'work' | 'message'; place: string; api: string };

const LINK = new RegExp(
	`(?<![^\\s(«"])(https?://[^\\s/]+)?/(?:works/(${ID_PATTERN})|chat/(${ID_PATTERN})#m-(\\d{1,9}))(?![\\w-])`,
	'g'
);
const MOST = 2;

/** Links to works of the forum and to messages, by whole addresses of this site or from its root; each once. */
export function linkedIn(text: string, origin: string): Linked[] {
	if (!text.includes('/')) return [];
	const found = [...text.matchAll(LINK)].flatMap(([, site, work, room = '', seq = '']): Linked[] => {
		if (site !== undefined && site !== origin) return [];
		if (work) return [{ kind: 'work', place: `/works/${work}`, api: `/final-works/${work}` }];
		return [{ kind: 'message', place: `/chat/${room}#m-${seq}`, api: `/rooms/${room}/messages/${seq}` }];
	});
	return found.filter(({ place }, at) => found.findIndex((one) => one.place === place) === at).slice(0, MOST);
}
