import { recordProposal } from '@stazhirovka/contract/councils';
import { decideStatus, grantStatuses, type GivenAct, type GivenDecision } from '@stazhirovka/contract/sites';
import type { applications } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { makeApplication } from './application.ts';
import { keeper } from './regulation.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

type Asked = Partial<
	Record<'from' | 'lastDay' | 'code', string> & { leaderEmail: string | null; revision: number }
>;

/** An application of «lenobl» that waits for nothing but its act. */
export const READY = { state: 'proposed', reviewResult: 'positive' } as const;

let made = 0;

/** Somebody's act of 18 January 2027, of a number that no other has. */
export function orderOf(change: Partial<GivenAct> = {}): GivenAct {
	return {
		kind: 'распоряжение',
		number: `${++made}-р`,
		signedOn: '2027-01-18',
		issuer: 'Комитет',
		title: 'О присвоении статуса',
		known: false,
		...change
	};
}

/** The coordinator's desk with three regulations in force, and what is done at it; refusals are answers. */
export async function openDesk(world: World) {
	const coordinator = await world.as(world.coordinator);
	const rules = keeper(coordinator);
	for (const key of ['lenobl', 'mariinsk', 'priozersk'])
		await rules.publish(await rules.put(regulationFile(key)), '2021-01-01');

	function apply(key: string, change: Partial<typeof applications.$inferInsert> = {}) {
		const { region, organisation, stranger } = world;
		const author = { regionId: region.id, organisationId: organisation('org-31').id, createdBy: stranger.id };
		// One organisation has one status of a theme.
		return makeApplication(world.db, key, { ...author, theme: `Тема ${++made}`, ...change });
	}

	function grant(act: GivenAct, ids: { id: string }[], asked: Asked = {}, by: Visitor = coordinator) {
		const grants = ids.map(({ id }) => ({
			...{ applicationId: id, revision: 0, from: '2027-01-18', lastDay: '2030-01-17' },
			...{ code: String(500 + ++made), leaderEmail: null, ...asked }
		}));
		return by.call(grantStatuses, { body: { act, grants } });
	}

	/** A site with a status from 18 January 2027 to 17 January 2030. */
	async function granted(): Promise<string> {
		const answer = await grant(orderOf(), [await apply('lenobl', READY)]);
		if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
		return answer.value.sites[0] ?? '';
	}

	/** The proposal to end a status, recorded (R22). */
	async function propose(siteId: string): Promise<void> {
		const paper = { number: `П-${++made}`, madeOn: '2027-01-18', text: 'Просим прекратить статус площадки.' };
		await coordinator.must(recordProposal, { body: { about: 'termination', subjectId: siteId, ...paper } });
	}

	function decide(id: string, act: GivenAct, decision: GivenDecision, by: Visitor = coordinator) {
		return by.call(decideStatus, { params: { id }, body: { act, decision } });
	}

	return { coordinator, apply, grant, granted, propose, decide };
}

type Answer = { ok: boolean; refusal?: { problem: { details?: Record<string, unknown> } } };

/** «field code» of each fault. */
export function faultsOf(answer: Answer): string[] {
	const faults = (answer.refusal?.problem.details?.faults ?? []) as { field: string; code: string }[];
	return faults.map(({ field, code }) => `${field} ${code}`);
}
