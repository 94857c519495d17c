import fc from 'fast-check';
import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import { blankAnswer, validate } from '../forms/index.ts';
import { profile } from '../regulations/example-profiles.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import {
	answerOfApproval,
	answerOfStatements,
	approvalIn,
	handInFaults,
	nextWindow,
	sheetsOf,
	statementsIn,
	wayIn,
	tellsMunicipalities,
	windowOn
} from './index.ts';

const read = (json: unknown) => json as RegulationProfile;
const EMPTY = {
	theme: '',
	members: [{ organisationId: 'a', isLead: true }],
	hasMinutes: false,
	notRecommended: ['a'],
	answers: {}
};

test.each([
	[lenobl, 'application', ['application', 'programme', 'eligibility']],
	[kuzbass, 'application', ['application', 'programme', 'eligibility', 'approval']],
	[mariinsk, 'direct', []],
	[priozersk, 'direct', ['eligibility']],
	[primorye, 'form_missing', ['application', 'programme', 'eligibility']]
])('R13–R17: the way of «$key» and its sheets are those of the source', (json, way, sheets) => {
	expect(wayIn(read(json))).toBe(way);
	expect(sheetsOf(read(json)).map(({ kind }) => kind)).toEqual(sheets);
});

test('an empty application is refused at every sheet that asks for something', () => {
	const faults = handInFaults(read(primorye), EMPTY, '2027-01-18');
	expect(faults.map(({ sheet, path, code }) => `${sheet} ${path} ${code}`)).toEqual([
		'site theme theme_missing',
		'site members.a not_recommended',
		'programme  empty',
		'eligibility confirmed-0 required',
		'eligibility evidence-0 required'
	]);
});

test('the list of recommended organisations is asked only where the regulation keeps one', () => {
	const codes = handInFaults(read(kuzbass), EMPTY, '2027-01-18').map(({ code }) => code);
	expect(codes).not.toContain('not_recommended');
});

test('of any profile, a blank sheet is a good draft, and what is stored of it reads back as it was', () => {
	fc.assert(
		fc.property(profile, fc.string(), (json, words) => {
			for (const { kind, definition } of sheetsOf(read(json))) {
				expect(validate(definition, blankAnswer(definition), 'draft')).toEqual([]);
				if (kind !== 'eligibility') continue;

				const statements = read(json).host.eligibility.map((_, position) => ({
					position,
					confirmed: position % 2 === 0,
					evidence: words,
					fileIds: ['f']
				}));
				const answer = answerOfStatements(statements);
				expect(statementsIn(read(json), answer)).toEqual(statements);
			}
		})
	);
});

test('R41: who approved and agreed reads back as it was; a sheet asks only for what the regulation names', () => {
	const approval = {
		approved: { name: 'А', position: 'директор', on: '2027-01-11' },
		agreed: { name: 'Б', position: 'начальник', on: '' }
	};
	expect(approvalIn(answerOfApproval(read(kuzbass), approval))).toEqual(approval);
	expect(answerOfApproval(read(lenobl), approval)).toEqual({});
});

test('R12: a window counts with both its days, and the nearest one ahead is named', () => {
	const windows = [
		{ opensOn: '2027-09-01', closesOn: '2027-09-30' },
		{ opensOn: '2027-03-01', closesOn: '2027-03-31' }
	];
	const on = (day: string) => [windowOn(windows, day)?.opensOn, nextWindow(windows, day)?.opensOn];
	expect([on('2027-02-28'), on('2027-03-01'), on('2027-03-31'), on('2027-10-01')]).toEqual([
		[undefined, '2027-03-01'],
		['2027-03-01', '2027-09-01'],
		['2027-03-01', '2027-09-01'],
		[undefined, undefined]
	]);
});

test.each([
	['муниципальные органы управления образованием', true],
	['образовательные организации региона', false],
	[null, false]
])('R12: a window that is told to «%s» is written to municipalities: %s', (communicated_to, told) => {
	const status = { application_window: { communicated_to } } as Parameters<
		typeof tellsMunicipalities
	>[0]['status'];
	expect(tellsMunicipalities({ status })).toBe(told);
});
