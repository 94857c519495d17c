import type { Input } from '@stazhirovka/contract/endpoint';
import * as chat from '@stazhirovka/contract/chat';
import { appointPerson } from '@stazhirovka/contract/staff';
import * as contract from '@stazhirovka/contract/spaces';
import type { TestPerson } from './person.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

const act = { body: 'МБОУ «СОШ № 912»', number: '12', date: '2026-09-01' };

type Site = { id: string; visitor: Visitor };

/** Somebody with an account in a role of the site. Answers with the appointment. */
export async function appoint(
	site: Site,
	{ email, surname }: TestPerson,
	from = '2026-09-01'
): Promise<string> {
	const facts = { role: 'curator', name: `${surname} ${email}`, position: 'методист', minutes: null };
	const body = { ...facts, email, from, act, actId: null };
	return (await site.visitor.must(appointPerson, { params: { id: site.id }, body })).id;
}

type Opened = Partial<Input<typeof contract.openSpace>['body']>;

/** Opens an association, or with a `meeting` announces a conference. */
export function openSpace(by: Visitor, siteId: string, change: Opened = {}) {
	const body = {
		kind: 'association',
		title: 'Учителя чтения',
		about: '',
		admits: 'site',
		...change
	} as const;
	return by.call(contract.openSpace, { params: { id: siteId }, body });
}

export const MEETING = { day: '2027-01-20', time: '15:00', minutes: 60 };

/** Announces a conference with these speakers, by its leader. */
export async function announce(world: World, site: Site, speakers: TestPerson[], change: Opened = {}) {
	const facts = { kind: 'conference' as const, title: 'Читаем вместе', meeting: MEETING, ...change };
	const opened = await openSpace(site.visitor, site.id, facts);
	if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
	const { roomId } = opened.value;
	const programme = speakers.map(({ id, surname }) => ({ personId: id, title: `Доклад: ${surname}` }));
	await site.visitor.must(contract.arrangeConference, {
		params: { id: roomId },
		body: { meeting: MEETING, programme }
	});
	return { ...opened.value, room: (who: Visitor) => who.must(chat.getRoom, { params: { id: roomId } }) };
}
