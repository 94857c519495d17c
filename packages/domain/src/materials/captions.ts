/** One line of captions: milliseconds from the beginning, words without marks, and who says them where it is told. */
export type Cue = { from: number; to: number; text: string; speaker: string | null };

export type CaptionFault = {
	/** Counted from 1. */
	line: number;
	code:
		| 'captions.no_header'
		| 'captions.bad_time'
		| 'captions.backwards'
		| 'captions.no_words'
		| 'captions.none';
};

const HEADER = /^WEBVTT(?:[ \t].*)?$/;
const NOT_CUES = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;
const TIMES = /^(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t].*)?$/;
const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const SPEAKER = /<v(?:\.[^ >]*)?[ \t]+([^>]+)>/;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };
/** So many faults are enough to see that the file is of another kind. */
const MOST_FAULTS = 20;

/** Reads captions in the format WebVTT: the lines in order, and what a player would stumble over. */
export function readCaptions(file: string): { cues: Cue[]; faults: CaptionFault[] } {
	const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	if (!HEADER.test(lines[0] ?? '')) return { cues: [], faults: [{ line: 1, code: 'captions.no_header' }] };

	const blocks = blocksOf(lines.slice(1), 2).filter(({ lines: [first = ''] }) => !NOT_CUES.test(first));
	const read = blocks.map(readBlock);
	const cues = read.flatMap((one) => ('cue' in one ? [one.cue] : []));
	const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));

	if (cues.length === 0 && faults.length === 0) faults.push({ line: 1, code: 'captions.none' });
	return { cues, faults: faults.slice(0, MOST_FAULTS) };
}

/** The words of captions as a text to read: a new line where somebody else speaks or after a pause. */
export function transcriptOf(cues: readonly Cue[]): string {
	const lines: string[] = [];
	cues.forEach((cue, n) => {
		const before = cues[n - 1];
		const goesOn = before && before.speaker === cue.speaker && cue.from - before.to < PAUSE;
		if (goesOn) lines[lines.length - 1] += ` ${cue.text}`;
		else lines.push(cue.speaker === null ? cue.text : `${cue.speaker}: ${cue.text}`);
	});
	return lines.join('\n');
}

/** Milliseconds. */
const PAUSE = 2000;

type Block = { at: number; lines: string[] };

function blocksOf(lines: string[], firstLine: number): Block[] {
	const blocks: Block[] = [];
	let open: Block | null = null;
	lines.forEach((line, n) => {
		if (line.trim() === '') open = null;
		else if (open) open.lines.push(line);
		else blocks.push((open = { at: firstLine + n, lines: [line] }));
	});
	return blocks;
}

function readBlock({ at, lines }: Block): { cue: Cue } | { fault: CaptionFault } {
	const place = lines.findIndex((line) => line.includes('-->'));
	const times = TIMES.exec(lines[place] ?? '');
	const [from, to] = [times?.[1], times?.[2]].map((time) => millisecondsOf(time ?? ''));
	const line = at + Math.max(place, 0);
	if (from === null || from === undefined || to === null || to === undefined || place > 1)
		return { fault: { line, code: 'captions.bad_time' } };
	if (to <= from) return { fault: { line, code: 'captions.backwards' } };

	const said = lines.slice(place + 1).join(' ');
	const text = plain(said);
	if (text === '') return { fault: { line, code: 'captions.no_words' } };
	return { cue: { from, to, text, speaker: SPEAKER.exec(said)?.[1]?.trim() ?? null } };
}

function millisecondsOf(time: string): number | null {
	const [, hours = '0', minutes, seconds, thousandths] = TIME.exec(time) ?? [];
	if (minutes === undefined) return null;
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}

function plain(text: string): string {
	return text
		.replace(/<[^>]*>/g, '')
		.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
		.replace(/\s+/g, ' ')
		.trim();
}
