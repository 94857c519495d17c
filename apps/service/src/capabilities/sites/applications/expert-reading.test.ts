import { getApplicationToReview } from '@stazhirovka/contract/councils';
import { describeFiles } from '@stazhirovka/contract/files';
import { regulationFile } from '@stazhirovka/db/seeds';
import { fieldsOf, type Answer, type Field, type FormDefinition } from '@stazhirovka/domain/forms';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { approvalIn, sheetsOf, statementsIn, type SheetKind } from '@stazhirovka/domain/sites';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil } from '../../../testing/council.ts';
import { SAMPLES } from '../../../testing/sample-files.ts';
import { uploadsOf } from '../../../testing/uploads.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { changeApplication, putStatements } from './store.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

/** Every field with words of its own. */
function filled(definition: FormDefinition): Answer {
	return Object.fromEntries(fieldsOf(definition).map((field) => [field.key, valueOf(field)]));
}

function valueOf(field: Field): Answer[string] {
	const words = `Ответ на «${field.key}»`;
	if (field.kind === 'number') return 7;
	if (field.kind === 'date') return '2027-01-11';
	if (field.kind === 'period') return { from: '2027-02-01', to: '2028-12-25' };
	if (field.kind === 'singleChoice') return field.options[0]?.value ?? null;
	if (field.kind === 'file') return [];
	if (field.kind !== 'table') return words;
	const cells = field.columns.map(({ key, kind }) => [key, kind === 'number' ? 7 : `${words}: ${key}`]);
	return [Object.fromEntries(cells)];
}

test.each(['lenobl', 'kuzbass'])(
	'R27, R35–R41: the expert reads every field that was filled in by %s, and its files',
	async (seed) => {
		const profile = regulationFile(seed) as RegulationProfile;
		const own = await openCouncil(world, seed, profile);
		const id = await own.application();
		const { kept } = uploadsOf(() => world);
		const file = await kept(own.applicant, `applicationId=${id}`, 'устав.pdf', SAMPLES.pdf!);

		const asked = sheetsOf(profile);
		const answers = new Map<SheetKind, Answer>(
			asked.map(({ kind, definition }) => [kind, filled(definition)])
		);
		const statements = { ...answers.get('eligibility'), 'files-0': [file.id] };
		answers.set('eligibility', statements);
		const of = (kind: SheetKind) => answers.get(kind) ?? {};
		await world.db.transaction(async (tx) => {
			const programmeApproval = approvalIn(of('approval'));
			await changeApplication(tx, id, {
				...{ answer: of('application'), programme: of('programme'), programmeApproval }
			});
			await putStatements(tx, id, statementsIn(profile, statements));
		});
		await own.begin(id);
		await own.declare(0, id);

		const expert = await own.expert(0);
		const { sheets } = await expert.must(getApplicationToReview, { params: { id } });
		expect(sheets).toEqual(
			asked.map(({ kind, definition }) => ({ kind, definition, answer: answers.get(kind) }))
		);
		expect(sheets.length).toBeGreaterThan(2);
		const querystring = { ids: file.id };
		expect(await expert.must(describeFiles, { querystring })).toMatchObject([{ name: 'устав.pdf' }]);
	}
);
