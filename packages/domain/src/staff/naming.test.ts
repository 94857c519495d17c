import { expect, test } from 'vitest';
import { mayBeShown, mentions, namedWithoutConsent } from './index.ts';

const olhova = { name: 'Ольхова Тамара Викторовна', consented: false };
const kim = { name: 'Ким Игорь Львович', consented: true };

test('X7: somebody is named by the surname in any case, and not by another word', () => {
	for (const text of ['Ольхова Т. В.', 'вместе с Ольховой Т. В.', 'у Ольховой', 'Т. В. Ольхова'])
		expect(mentions(text, olhova.name), text).toBe(true);
	for (const text of ['Ольховатка', 'ольхова', 'семинар', ''])
		expect(mentions(text, olhova.name), text).toBe(false);
	expect([mentions('Ким И. Л.', kim.name), mentions('Кимов И. Л.', kim.name)]).toEqual([true, false]);
});

test('X7: a public line holds names only of those who consented', () => {
	const staff = [olhova, kim];
	expect(namedWithoutConsent('Ольхова Т. В. и Ким И. Л.', staff)).toEqual([olhova.name]);
	expect(mayBeShown('Ким И. Л.', staff)).toBe(true);
	expect(mayBeShown('Ким И. Л., Ольхова Т. В.', staff)).toBe(false);
	expect(mayBeShown('Приглашённый лектор', staff)).toBe(false);
	expect(namedWithoutConsent('Ольхова', [olhova, { ...olhova, consented: true }])).toEqual([]);
});
