import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import type { ProgrammeSurvey } from '../programmes/index.ts';
import { followUpDay, followUpForm } from './index.ts';

const survey = adhd.survey as unknown as ProgrammeSurvey;

test('X26: the questions of the programme are asked sixty days after the document', () => {
	expect(followUpForm(survey)?.sections[0]?.fields.map(({ key, label }) => `${key} ${label}`)).toEqual([
		'use Применяете ли вы сейчас приёмы, которым научились на стажировке?',
		'f1 Какие приёмы вы применяете сейчас?',
		'f2 Что изменилось у ваших учеников?'
	]);
	expect(followUpDay('2027-02-26', survey)).toBe('2027-04-27');
});

test('X26: a programme that asks nothing later has no form and no day', () => {
	const { follow_up: _, ...none } = survey;
	expect([followUpForm(none), followUpDay('2027-02-26', none)]).toEqual([null, null]);
});
