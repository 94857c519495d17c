import { issuePlanPaper, reportEvent } from '@stazhirovka/contract/plans';
import { people } from '@stazhirovka/db/schema';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { planner, rowUnder } from '../../testing/plans.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-11-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');

test('R53, R160: a printed plan reads back its number, its participants and the office of who signed it', async () => {
	const site = await siteUnder(world, 'lenobl');
	await world.db.update(people).set({ position: 'учитель-логопед' }).where(eq(people.id, site.leader.id));
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id);
	const id = begun.ok ? begun.value.id : '';
	const added = await leader.add(id, rowUnder('lenobl'));
	const rowId = added.ok ? added.value.id : '';
	await leader.send(id);
	await planner(await world.as(world.coordinator)).approve(id, 'approval');
	const body = {
		...{ heldOn: '2026-11-10', format: 'семинар', delivery: 'очно', participants: 25 },
		...{ outcome: 'Разобрали три урока', links: [], fileIds: [] }
	};
	await site.visitor.must(reportEvent, { params: { id: rowId }, body });
	expect((await leader.read(id)).rows).toMatchObject([{ held: 1, bare: 1 }]);

	const paper = await site.visitor.must(issuePlanPaper, { params: { id } });
	const file = async (kind: string) =>
		(await site.visitor.inject({ url: `/api/documents/${paper.id}/file.${kind}` })).rawPayload;
	const pdf = readPdf(await file('pdf')).text;
	const docx = JSON.stringify(await readDocx(await file('docx')));
	const words = ['№ 1', 'Участников: 25. Разобрали', 'Руководитель региональной стажировочной площадки'];
	// The reader of PDF loses thin spaces.
	const plain = (text: string) => text.replace(/\s/g, '');
	for (const word of words)
		expect([plain(pdf).includes(plain(word)), plain(docx).includes(plain(word))], word).toEqual([true, true]);
	expect(pdf.toLowerCase().includes('логопед')).toBe(false);
});
