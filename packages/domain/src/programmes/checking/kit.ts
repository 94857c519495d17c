import type { ProgrammeDocument } from '../document.ts';
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

/** As many videos as the activity shows (R88). A video without a file is a reminder: it cannot be played yet. */
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
		...videos
			.filter((video) => video.file === null || video.status === 'placeholder')
			.map((video) => warning(`videos.${video.key}.file`, 'video.not_ready'))
	];
}
