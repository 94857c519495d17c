import {
	approveProgrammeVersion,
	beginProgrammeDraft,
	getProgrammeDraft,
	listProgrammeDrafts,
	recallProgrammeVersion,
	returnProgrammeVersion,
	saveDraftPart,
	sendProgrammeDraft
} from '@stazhirovka/contract/authoring';
import type { Input } from '@stazhirovka/contract/endpoint';
import { getProgrammeVersion, importProgramme, publishProgramme } from '@stazhirovka/contract/programmes';
import { municipalities, organisations, outbox } from '@stazhirovka/db/schema';
import { programmeFile as seed } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRegulations } from '../../demonstration/regulations.ts';
import { makePerson } from '../../testing/person.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld } from '../../testing/world.ts';

type Paper = Input<typeof approveProgrammeVersion>['body']['paper'] & object;

const world = await createWorld();
afterAll(world.close);

/** Of the site that lives by kuzbass: approved by the head, agreed with the municipal body (R41). */
const leader = await world.as(world.otherLeader);
const siteId = world.otherSite.id;
const paper: Paper = {
	...{ kind: 'приказ', number: '14', on: '2027-01-15', name: 'Заозёров Л. Е.', position: 'директор' },
	fileId: null
};
let observer: Visitor;

beforeAll(async () => {
	const keeper = { role: 'coordinator' as const, scope: { kind: 'region' as const, id: world.region.id } };
	await publishRegulations(world.contextOf(world.coordinator, [keeper]), world.region.id);
	const [town] = await world.db
		.insert(municipalities)
		.values({ title: 'Лесной округ', regionId: world.region.id })
		.returning();
	const scope = { kind: 'municipality' as const, id: town!.id };
	await world.db
		.update(organisations)
		.set({ municipalityId: town!.id })
		.where(eq(organisations.id, world.otherSite.organisationId));
	observer = await world.as(await makePerson(world.db, undefined, [{ role: 'observer', scope }]));
});

let keys = 0;
const begin = async (by = leader, site = siteId) => {
	const document = seed('formative-16h');
	const body = { from: 'file' as const, siteId: site, document, key: `programme-${++keys}` };
	return (await by.must(beginProgrammeDraft, { body })).id;
};
const send = async (id: string, by = leader) =>
	(await by.must(sendProgrammeDraft, { params: { id } })).versionId;
const draftAt = (id: string, by = leader) => by.must(getProgrammeDraft, { params: { id } });
const approve = (id: string, kind: 'approval' | 'agreement', by = leader, given: Paper | null = paper) =>
	by.call(approveProgrammeVersion, { params: { id }, body: { kind, paper: given } });
const publish = (id: string, by = leader) => by.call(publishProgramme, { params: { id } });
const codeOf = (answer: Awaited<ReturnType<typeof publish>>) => (answer.ok ? 'ok' : answer.refusal.code);

test('R41: under kuzbass a programme is checked, approved, agreed, and only then published', async () => {
	const draft = await begin();
	const id = await send(draft);
	expect(codeOf(await publish(id))).toBe('programme_draft.not_now');
	expect(await approve(id, 'agreement')).toMatchObject({ refusal: { code: 'programme_draft.not_now' } });

	expect(await approve(id, 'approval')).toMatchObject({ ok: true });
	expect(codeOf(await publish(id))).toBe('programme_draft.not_now');
	expect(await draftAt(draft)).toMatchObject({
		state: 'approved',
		steps: [
			{ kind: 'approval', done: { name: 'Заозёров Л. Е.', on: '2027-01-15', paper: { number: '14' } } },
			{ kind: 'agreement', done: null, can: { do: false, record: true } }
		],
		can: { edit: false, publish: false, recall: true }
	});

	expect((await draftAt(draft, observer)).steps[1]?.can).toEqual({ do: true, record: false });
	expect(await approve(id, 'agreement', observer, null)).toMatchObject({ ok: true });
	expect((await draftAt(draft)).can.publish).toBe(true);
	expect(codeOf(await publish(id))).toBe('ok');
	expect((await draftAt(draft)).state).toBe('published');
	const version = await leader.must(getProgrammeVersion, { params: { id } });
	expect((version.document as ProgrammeDocument).title).toBe(
		(seed('formative-16h') as ProgrammeDocument).title
	);
});

test('R41: under lenobl nothing is demanded, and a checked programme is published with its remarks told before', async () => {
	const own = await world.as(world.leader);
	const draft = await begin(own, world.site.id);
	const id = await send(draft, own);
	const waiting = await draftAt(draft, own);
	expect(waiting).toMatchObject({ state: 'checked', steps: [], can: { publish: true } });
	expect(new Set(waiting.findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
	expect(codeOf(await publish(id, own))).toBe('ok');
});

test('R41: an imported file goes the same way', async () => {
	const file = { ...(seed('formative-16h') as object), key: 'from-file' };
	const { id, can } = await leader.must(importProgramme, { body: { document: file } });
	expect(can).toMatchObject({ publish: false, recall: true });
	expect(codeOf(await publish(id))).toBe('programme_draft.not_now');
	await approve(id, 'approval');
	expect(
		await leader.call(importProgramme, { body: { document: { ...file, summary: 'Иначе' } } })
	).toMatchObject({
		refusal: { code: 'programme.waits' }
	});

	await leader.must(recallProgrammeVersion, { params: { id } });
	const { drafts } = await leader.must(listProgrammeDrafts, {});
	expect(drafts.find(({ key }) => key === 'from-file')).toMatchObject({ state: 'draft' });
});

test('what is sent is written by nobody until it is taken back; what was said to it falls', async () => {
	const draft = await begin();
	const id = await send(draft);
	await approve(id, 'approval');
	const base = (await draftAt(draft)).parts.goal?.revision ?? 0;
	const write = () =>
		leader.call(saveDraftPart, { params: { id: draft, part: 'goal' }, body: { base, value: 'Иначе' } });
	expect(await write()).toMatchObject({ refusal: { code: 'programme_draft.not_now' } });

	await leader.must(recallProgrammeVersion, { params: { id } });
	expect(await write()).toMatchObject({ ok: true });
	const again = await send(draft);
	expect((await draftAt(draft)).steps.map(({ done }) => done)).toEqual([null, null]);
	expect(again).not.toBe(id);
});

test('given back with a remark: the authors read it, write to them is sent, and it is written again', async () => {
	const draft = await begin();
	const id = await send(draft);
	expect(
		await observer.call(returnProgrammeVersion, { params: { id }, body: { reason: ' ' } })
	).toMatchObject({
		refusal: { status: 422 }
	});
	await observer.must(returnProgrammeVersion, { params: { id }, body: { reason: 'Нет задач по модулям' } });

	expect(await draftAt(draft)).toMatchObject({
		state: 'returned',
		returned: { reason: 'Нет задач по модулям' },
		can: { edit: true, send: true }
	});
	const [letter] = await world.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
	expect(letter?.text).toContain('Нет задач по модулям');
	await send(draft);
	expect((await draftAt(draft)).returned).toBeNull();
});

test('a draft with errors is not sent, and every error is named', async () => {
	const draft = await begin();
	const { document, parts } = await draftAt(draft);
	const value = (document.tasks as unknown[]).slice(0, 3);
	const body = { base: parts.tasks?.revision ?? 0, value };
	await leader.must(saveDraftPart, { params: { id: draft, part: 'tasks' }, body });

	const answer = await leader.call(sendProgrammeDraft, { params: { id: draft } });
	expect(answer).toMatchObject({ refusal: { status: 422, code: 'programme.faulty' } });
	const findings = answer.ok ? [] : (answer.refusal.problem.details?.findings as { place: string }[]);
	expect(findings.map(({ place }) => place)).toEqual(
		expect.arrayContaining(['deficits.G3', 'route_rules.length'])
	);
});

test('a paper of approval says who, what and when, and not of tomorrow', async () => {
	const id = await send(await begin());
	const faulty = { ...paper, number: '', on: '2027-01-19', fileId: world.site.id };
	const answer = await approve(id, 'approval', leader, faulty);
	expect(!answer.ok && answer.refusal.problem.details?.faults).toEqual([
		{ code: 'programme_draft.paper_incomplete', field: 'paper.number' },
		{ code: 'days.ahead', field: 'paper.on' },
		{ code: 'file.missing', field: 'paper.fileId' }
	]);
	const twice = await Promise.all([1, 2].map(() => approve(id, 'approval')));
	expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
});

test('who approves what: not a stranger, not a tutor, and nobody for another', async () => {
	const draft = await begin();
	const id = await send(draft);
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		for (const answer of [
			await approve(id, 'approval', visitor),
			await visitor.call(recallProgrammeVersion, { params: { id } }),
			await visitor.call(returnProgrammeVersion, { params: { id }, body: { reason: 'Нет' } }),
			await publish(id, visitor)
		])
			expect(answer).toMatchObject({ refusal: { status: 404, code: 'programme.missing' } });
	}
	expect(await approve(id, 'approval', observer)).toMatchObject({ refusal: { code: 'forbidden' } });
	expect(await approve(id, 'approval', leader, null)).toMatchObject({ refusal: { code: 'forbidden' } });
	expect(
		await leader.call(returnProgrammeVersion, { params: { id }, body: { reason: 'Сам' } })
	).toMatchObject({
		refusal: { code: 'forbidden' }
	});
	expect(await observer.call(recallProgrammeVersion, { params: { id } })).toMatchObject({
		refusal: { code: 'forbidden' }
	});
	expect((await observer.must(listProgrammeDrafts, {})).drafts.map((card) => card.id)).toContain(draft);
});

test('an observer does not see what was not sent, and another municipality sees nothing', async () => {
	const draft = await begin();
	expect(await observer.call(getProgrammeDraft, { params: { id: draft } })).toMatchObject({
		refusal: { status: 404 }
	});
	expect((await observer.must(listProgrammeDrafts, {})).drafts.map((card) => card.id)).not.toContain(draft);
	const scope = { kind: 'municipality' as const, id: world.region.id };
	const other = await world.as(await makePerson(world.db, undefined, [{ role: 'observer', scope }]));
	await send(draft);
	expect(await other.call(getProgrammeDraft, { params: { id: draft } })).toMatchObject({
		refusal: { status: 404 }
	});
});
