import { listMunicipalObservers } from '@stazhirovka/contract/municipal-observers';
import { seat, signIn, signUp } from '../acts/newcomers.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { also, lookAt, main } from '../looking.ts';
import { PEOPLE } from '../people.ts';
import { expectTold } from '../screens/told.ts';

const TOWN = 'Северореченский городской округ';
const OTHER_TOWN = 'Туманнологский район';
const PAGE = '/coordinator/observers';

test.use({ tolerated: [[/status of (404|409|422)/], { scope: 'test' }] });

test('R132: a coordinator names an observer, who reads of that municipality alone and, once relieved, of nothing', async ({
	as,
	api,
	stranger,
	baseURL: given
}) => {
	const baseURL = given ?? '';
	const newcomer = await signUp(baseURL, { surname: 'Наблюдалова', position: 'методист' });
	const page = await as('coordinator');
	await page.goto('/coordinator');
	await page.getByRole('main').getByRole('link', { name: 'Наблюдатели муниципалитетов' }).click();
	await page.getByLabel('Муниципалитет').selectOption(TOWN);
	await page.getByLabel('Электронная почта наблюдателя').fill('nobody@severorechensk.example');
	await page.getByRole('button', { name: 'Назначить наблюдателя' }).click();
	await expect(page.getByRole('alert')).toContainText('с такой почтой никто не зарегистрирован');
	await expect(page.getByLabel('Муниципалитет')).toHaveValue(/.+/);

	await page.getByLabel('Электронная почта наблюдателя').fill(newcomer.email);
	await page.getByRole('button', { name: 'Назначить наблюдателя' }).click();
	await expectTold(page, 'Наблюдатель назначен');
	const rows = page.getByRole('list', { name: 'Кто наблюдает' }).getByRole('listitem');
	const row = rows.filter({ hasText: newcomer.fullName });
	await expect(row).toContainText(TOWN);

	const reading = await stranger();
	await seat(reading, baseURL, await signIn(baseURL, newcomer));
	const shown = await reading.goto('/municipality');
	expect(shown?.status()).toBe(200);
	const body = reading.getByRole('main');
	await expect(body.getByRole('heading', { name: 'Мониторинг муниципалитета' })).toBeVisible();
	await expect(body).toContainText(TOWN);
	await expect(body).toContainText('Внимание в классе');
	for (const hidden of [OTHER_TOWN, PEOPLE['t-1'], PEOPLE.tutor])
		await expect(body).not.toContainText(hidden);
	expect((await reading.goto('/coordinator'))?.status()).toBe(404);

	const kept = await (await api('coordinator')).must(listMunicipalObservers, {});
	expect(found(kept.find(({ fullName }) => fullName === newcomer.fullName)).municipality.title).toBe(TOWN);
	await lookAt(page, [main(PAGE)]);
	await lookAt(await as('observer'), [main('/municipality'), also('/schools'), also('/plans')]);

	await page.goto(PAGE);
	await row.getByRole('button', { name: `Освободить: ${newcomer.fullName}` }).click();
	await expectTold(page, 'Наблюдатель освобождён');
	await expect(row).toHaveCount(0);
	expect((await reading.goto('/municipality'))?.status()).toBe(404);
});
