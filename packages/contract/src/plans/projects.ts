import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';

const tags = ['plans'];

export const ProjectFields = z.object({
	title: text(300, 3),
	/** Where it lies on the site of the organisation or of the methodical centre. */
	link: text(1000, 1).nullable(),
	listed: z.boolean(),
	/** Why it is not told as the work says. */
	ground: text(1000)
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/** `ownTitle`: what the work itself is called. */
export const TraineeProject = ProjectFields.extend({
	id: Id,
	ownTitle: z.string(),
	/** Empty without a consent to publication. */
	author: z.string(),
	cohort: z.string(),
	on: Day,
	revision: Revision
});
export type TraineeProject = z.infer<typeof TraineeProject>;

export const listTraineeProjects = endpoint({
	method: 'GET',
	url: '/my-sites/:id/projects',
	schema: {
		tags,
		summary: 'Projects of interns for the report of a site, as they will stand in it (R138)',
		params: ById,
		/** The school year of today without them. */
		querystring: z.object({ from: Day.optional(), to: Day.optional() }),
		response: {
			200: z.object({
				period: z.object({ from: Day, to: Day }),
				projects: z.array(TraineeProject),
				can: z.object({ write: z.boolean() })
			}),
			...refusals
		}
	}
});

/** 422 `project.faulty` carries `details: { faults }`. */
export const changeTraineeProject = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/projects/:work',
	schema: {
		tags,
		summary: 'Say where a project lies, or tell it otherwise with a ground (R138)',
		params: ById.extend({ work: Id }),
		body: ProjectFields.extend({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});
