import type { ProgrammeDocument, ProgrammeVideo } from '../document.ts';
import { error, warning, type Finding } from '../finding.ts';

/** No programme goes out without diagnostics, a resource bank, tasks and the card of results (R121, R107). */
export function checkKit(document: ProgrammeDocument): Finding[] {
	return [
		...(document.diagnostic.items.length > 0 ? [] : [error('diagnostic.items', 'kit.no_diagnostic')]),
		...(document.materials.length > 0 ? [] : [error('materials', 'kit.no_materials')]),
		...(document.tasks.length > 0 ? [] : [error('tasks', 'kit.no_tasks')]),
		...(document.forms.effectiveness_card ? [] : [error('forms.effectiveness_card', 'kit.no_form')]),
		...checkVideos(document)
	];
}

/**
 * As many videos as the activity shows (R88). A video without a file is a reminder: it cannot be played yet. One that
 * can be played has captions and a transcript (X13).
 */
function checkVideos({ videos = [], modules, forms }: ProgrammeDocument): Finding[] {
	const perVideo = Object.entries(forms).filter(([, form]) => form.per === 'video');
	return [
		...modules.flatMap((module) =>
			module.activities
				.filter((activity) => activity.videos !== undefined && activity.videos !== videos.length)
				.map((activity) =>
					error(`modules.${module.key}.activities.${activity.key}.videos`, 'video.wrong_count', {
						expected: videos.length,
						found: activity.videos ?? 0
					})
				)
		),
		...(videos.length > 0
			? []
			: perVideo.map(([key]) => error(`forms.${key}.per`, 'reference.missing', { key: 'videos' }))),
		...videos.flatMap(checkRecording)
	];
}

function checkRecording({ key, file, status, captions, transcript }: ProgrammeVideo): Finding[] {
	const place = `videos.${key}`;
	if (file === null || status === 'placeholder') return [warning(`${place}.file`, 'video.not_ready')];
	return [
		...(captions ? [] : [error(`${place}.captions`, 'video.no_captions')]),
		...(transcript?.trim() ? [] : [error(`${place}.transcript`, 'video.no_transcript')])
	];
}
