import nodemailer from 'nodemailer';
import { tidyAccounts } from './capabilities/accounts/index.ts';
import { remindTutors, sendDigests } from './capabilities/answering/index.ts';
import { tidyCoordinators } from './capabilities/coordinators/index.ts';
import { retireExperts } from './capabilities/councils/index.ts';
import { lapseInvitations } from './capabilities/cohorts/index.ts';
import { closeOverdue } from './capabilities/diagnostics/index.ts';
import { keepDraftRounds } from './capabilities/draft-rounds/index.ts';
import { tidyUploads } from './capabilities/files/index.ts';
import { keepLeases, remindOfAppeals } from './capabilities/final-works/index.ts';
import { keepFigures } from './capabilities/monitoring/index.ts';
import { tidyLeaders, warnOfEndings } from './capabilities/sites/index.ts';
import { enterWords, settleSiteRooms } from './capabilities/chat/index.ts';
import { remindOfConferences } from './capabilities/spaces/index.ts';
import { beginAppointments } from './capabilities/staff/index.ts';
import { inviteToFollowUps } from './capabilities/surveys/index.ts';
import { sendNews, tidySubscriptions } from './capabilities/subscriptions/index.ts';
import { makeExports, sendSummaries, tidyExports } from './capabilities/summaries/index.ts';
import type { Env } from './env.ts';
import { issueApart } from './issuing/thread.ts';
import type { Deps } from './shell/context.ts';
import { takeLetter, type WaitingLetter } from './shell/mail-store.ts';

type Report = (error: unknown) => void;

const PAUSE_MS = 2_000;
const TIDY_MS = 3_600_000;
const REMIND_MS = 600_000;
const RECKON_MS = 30_000;
const ENTER_MS = 5_000;

/**
 * Sends the letters of the outbox when SMTP_URL is set. Without it they stay in the outbox, where the
 * demonstration shows them. Several processes share the work: each letter is locked by the one that sends it.
 */
export function startPostman(deps: Pick<Deps, 'db' | 'now'>, env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>) {
	if (!env.SMTP_URL) return { stop: async () => undefined };

	const transport = nodemailer.createTransport({
		url: env.SMTP_URL,
		connectionTimeout: 4_000,
		socketTimeout: 4_000
	});
	let stopped = false;
	let timer: NodeJS.Timeout;
	let round = Promise.resolve();

	async function deliver(): Promise<void> {
		const more = await takeLetter(deps.db, deps.now(), (letter) =>
			transport.sendMail({
				from: env.MAIL_FROM,
				to: letter.to,
				subject: letter.subject,
				text: letter.text,
				headers: letter.headers ?? {},
				attachments: attachmentsOf(letter)
			})
		).catch(() => false);
		if (!stopped) timer = setTimeout(next, more ? 0 : PAUSE_MS);
	}
	function next() {
		round = deliver();
	}
	next();

	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await round;
			transport.close();
		}
	};
}

function attachmentsOf({ attachment, attachmentName, attachmentMime }: WaitingLetter) {
	if (!attachment) return [];
	return [{ content: attachment, filename: attachmentName ?? '', contentType: attachmentMime ?? undefined }];
}

/** Experts whose last day in the councils of a region has passed, and tutors whose first day at a site has come. */
async function turnDay({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
	await db.transaction((tx) => retireExperts(tx, { actor: null, now }));
	await db.transaction((tx) => beginAppointments(tx, { actor: null, now }));
}

/** Once at the start and every hour: several processes may do it at once, and a failure waits for the next hour. */
export function startTidying(deps: Pick<Deps, 'db' | 'origin' | 'now' | 'filesDir'>, report: Report) {
	return every(TIDY_MS, report, [
		() => tidyAccounts(deps),
		() => tidyUploads(deps),
		() => turnDay(deps),
		() => tidyLeaders(deps),
		() => tidyCoordinators(deps),
		() => tidySubscriptions(deps),
		() => tidyExports(deps)
	]);
}

/** Reminders of what people forget, and rooms of sites that follow the day. Each claims what it writes, so several processes write it once. */
export function startReminding(deps: Pick<Deps, 'db' | 'origin' | 'now'>, report: Report) {
	return every(REMIND_MS, report, [
		() => remindTutors(deps),
		() => remindOfAppeals(deps),
		() => sendDigests(deps),
		() => sendNews(deps),
		() => sendSummaries(deps),
		() => inviteToFollowUps(deps),
		() => warnOfEndings(deps),
		() => remindOfConferences(deps),
		() => keepLeases(deps),
		() => keepDraftRounds(deps),
		() => closeOverdue(deps),
		() => lapseInvitations(deps),
		() => settleSiteRooms(deps.db, deps.now())
	]);
}

/** Documents of approved batches, chunk by chunk; told to stop, it ends after those that it has taken. */
export function startIssuing(
	deps: Pick<Deps, 'db' | 'keysDir' | 'origin' | 'now'>,
	databaseUrl: string,
	report: Report
) {
	const { keysDir, origin } = deps;
	return every(PAUSE_MS, report, [(signal) => issueApart(deps, { databaseUrl, keysDir, origin }, signal)]);
}

/** Files of summaries, one after the other; told to stop, it ends after the one that it makes. */
export function startExporting(deps: Pick<Deps, 'db' | 'now'>, report: Report) {
	return every(PAUSE_MS, report, [(signal) => makeExports(deps, () => signal.aborted)]);
}

/** Figures of cohorts in which something was decided: at once, then as often as people may wait for a number. */
export function startReckoning(deps: Pick<Deps, 'db' | 'now'>, report: Report) {
	return every(RECKON_MS, report, [(signal) => keepFigures(deps, () => signal.aborted)]);
}

/** Words of messages, by which these are found; a search reads what is not entered yet, the slower the more that is. */
export function startEntering(deps: Pick<Deps, 'db'>, report: Report) {
	return every(ENTER_MS, report, [(signal) => enterWords(deps, () => signal.aborted)]);
}

/**
 * One piece of work after the other, at once and then again and again, never twice at a time. What fails is reported
 * and waits for the next round; the rest is done all the same.
 */
function every(pause: number, report: Report, works: ((signal: AbortSignal) => Promise<unknown>)[]) {
	const stopping = new AbortController();
	const { signal } = stopping;
	let timer: NodeJS.Timeout;
	let round = Promise.resolve();

	async function work(): Promise<void> {
		for (const one of works) if (!signal.aborted) await one(signal).catch(report);
		if (!signal.aborted) timer = setTimeout(next, pause);
	}
	function next() {
		round = work();
	}
	next();

	return {
		async stop() {
			stopping.abort();
			clearTimeout(timer);
			await round;
		}
	};
}
