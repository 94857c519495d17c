import type { SitePeople, SitePerson, SiteRole } from '@stazhirovka/contract/staff';
import { longDate } from '@stazhirovka/domain/certificates';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { accompanies, appointedByAct, leads, needsMinutes, staffRoles } from '@stazhirovka/domain/staff';
import type { MarkRow, StaffRow } from './queries.ts';

/** `write`: the reader leads the site and its status is active. */
export function toPerson(row: StaffRow, profile: RegulationProfile | undefined, write: boolean): SitePerson {
	const { id, role, name, position, email, lastDay, minutes, endReason, enteredAct } = row;
	const entered = enteredAct && {
		body: enteredAct.issuer,
		number: enteredAct.number,
		date: enteredAct.signedOn
	};
	return {
		...{ id, role, name, position, email, lastDay, minutes, endReason },
		roleTitle: profile?.roles.find(({ key }) => key === role)?.title ?? role,
		from: row.fromDay,
		act: entered ?? row.act,
		entered: entered !== null,
		can: { end: write && lastDay === null, train: write }
	};
}

type Everything = {
	profile: RegulationProfile;
	people: SitePerson[];
	marks: MarkRow[];
	members: number;
};

/** Roles of the profile with their people and duties; a role that it no longer names keeps its people. */
export function toRoles({ profile, people, marks, members }: Everything): SiteRole[] {
	const named = staffRoles(profile);
	const gone = people.map(({ role }) => role).filter((key) => !named.some((role) => role.key === key));
	const roles = [
		...named,
		...[...new Set(gone)].map((key) => {
			const title = profile.roles.find((role) => role.key === key)?.title ?? key;
			return { key, title, duties: [], who: null, network_rule: null };
		})
	];
	return roles.map((role) => ({
		key: role.key,
		title: role.title,
		who: role.who ?? null,
		networkRule: role.network_rule ?? null,
		minutes: needsMinutes(role, members),
		byAct: appointedByAct(role),
		accompanies: accompanies(role),
		leads: leads(role),
		duties: role.duties.map(({ key, text }) => ({
			...{ key, text },
			marks: marks
				.filter((mark) => mark.role === role.key && mark.duty === key)
				.map(({ who, on, note }) => ({ who, on, note }))
		})),
		people: people.filter((person) => person.role === role.key)
	}));
}

export function toActs(
	acts: { id: string; kind: string; number: string; signedOn: string }[]
): SitePeople['acts'] {
	return acts.map(({ id, kind, number, signedOn }) => ({
		id,
		title: `${kind} № ${number} от ${longDate(signedOn)}`
	}));
}
