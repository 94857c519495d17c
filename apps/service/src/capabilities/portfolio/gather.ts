import { fullName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { personalOf } from '../accounts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { escaped, page, pathName } from './page.ts';
import type { Entry, Gatherer, Part } from './part.ts';
import { gatherCards } from './parts/cards.ts';
import { gatherCertificates } from './parts/certificates.ts';
import { gatherFinalWork, gatherRecommendations, gatherResults, gatherTasks } from './parts/final-work.ts';
import * as queries from './queries.ts';

/** In the order of the list. */
const GATHERERS: Gatherer[] = [
	gatherCertificates,
	gatherFinalWork,
	gatherResults,
	gatherRecommendations,
	gatherCards,
	gatherTasks
];

type Chapter = { title: string; about: string; parts: Part[] };

/** Everything that is the asker's own, and a list of it all that opens without the platform (R118, R143). */
export async function gatherPortfolio({ db, actor }: Pick<Ctx, 'db' | 'actor'>): Promise<Entry[]> {
	const person = (await personalOf(db, actor.personId)) ?? missing('person');
	const enrolments = await queries.ownEnrolments(db, actor.personId);
	const issued = await queries.ownCertificates(db, actor.personId);
	const chapters: Chapter[] = [];
	for (const [at, enrolment] of enrolments.entries()) {
		const programme = await loadProgramme(db, enrolment.programmeVersionId);
		const folder = `${at + 1} ${pathName(enrolment.programme)}`;
		const certificates = issued.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
		const parts = [];
		for (const gather of GATHERERS)
			parts.push(await gather({ db, enrolment, programme, certificates, folder }));
		const period = [enrolment.startsOn, enrolment.endsOn].map((day) => day.split('-').toReversed().join('.'));
		const about = `${enrolment.site} · ${enrolment.cohort} · ${period.join('–')}`;
		chapters.push({
			title: enrolment.programme,
			about,
			parts: parts.filter(({ entries }) => entries.length)
		});
	}
	const index = { title: 'Портфолио', path: 'Портфолио.html', bytes: indexPage(fullName(person), chapters) };
	return [index, ...chapters.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries))];
}

function indexPage(name: string, chapters: Chapter[]): Buffer {
	const link = ({ title, path }: Entry) =>
		`<li><a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(title)}</a></li>`;
	const body = chapters.map(
		({ title, about, parts }) =>
			`<h2>${escaped(title)}</h2><p class="soft">${escaped(about)}</p>${parts
				.map((part) => `<h3>${escaped(part.title)}</h3><ul>${part.entries.map(link).join('')}</ul>`)
				.join('')}`
	);
	return page(`Портфолио: ${name}`, body.join('\n'));
}
