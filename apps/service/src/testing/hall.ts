import * as contract from '@stazhirovka/contract/spaces';
import { talkIn } from './chat.ts';
import { announce, appoint } from './conferring.ts';
import { openGroup } from './group.ts';
import { makePerson, type TestPerson } from './person.ts';
import { publishRules, siteUnder } from './sites.ts';

/** A site with three people beside its leader, for conferences; on real sockets. */
export async function openHall() {
	const world = await openGroup();
	await publishRules(world, 'lenobl');
	const site = await siteUnder(world, 'lenobl');
	const named = async (surname: string) => {
		const person = await makePerson(world.db, { surname });
		await appoint(site, person);
		return person;
	};
	const people = {
		first: await named('Первая'),
		second: await named('Вторая'),
		guest: await named('Гостья')
	};
	const as = {
		leader: site.visitor,
		first: await world.as(people.first),
		second: await world.as(people.second),
		guest: await world.as(people.guest),
		stranger: await world.as(world.stranger)
	};

	/** Announced with two speakers, with the guest inside. */
	async function announced(change: object = {}) {
		const made = await announce(world, site, [people.first, people.second], change);
		await as.guest.must(contract.joinSpace, { params: { id: made.id }, body: {} });
		const talk = talkIn(made.roomId);
		const give = (person: TestPerson, speech: number | null) =>
			talk.act(as.leader, { do: 'give_floor', personId: person.id, speech });
		return { ...made, talk, give, params: { id: made.roomId } };
	}
	async function running() {
		const made = await announced();
		await made.talk.done(as.leader, { do: 'open_conference' });
		return made;
	}
	return { world, site, people, as, announced, running };
}
