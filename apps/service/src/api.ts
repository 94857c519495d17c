import type { FastifyInstance } from 'fastify';
import { accountHttp, demonstrationHttp, signInHttp } from './capabilities/accounts/http.ts';
import { agreementsHttp } from './capabilities/agreements/http.ts';
import { digestRefusalsHttp, helpingHttp } from './capabilities/answering/helping-http.ts';
import { alertsHttp } from './capabilities/alerts/http.ts';
import { answeringHttp } from './capabilities/answering/http.ts';
import { badgeChecksHttp, badgesHttp } from './capabilities/certificates/badges/http.ts';
import { draftsHttp } from './capabilities/authoring/http.ts';
import { draftSharingHttp } from './capabilities/authoring/sharing-http.ts';
import {
	programmeApprovalHttp,
	programmeFilesHttp,
	programmeMovesHttp
} from './capabilities/authoring/versions-http.ts';
import { certificateBatchesHttp } from './capabilities/certificates/batches/http.ts';
import { calibrationHttp } from './capabilities/calibration/http.ts';
import { certificateChecksHttp, certificatesHttp } from './capabilities/certificates/http.ts';
import { chatHttp } from './capabilities/chat/http.ts';
import { messagesHttp } from './capabilities/chat/messages-http.ts';
import { moderationHttp } from './capabilities/chat/moderation-http.ts';
import { liveHttp } from './capabilities/chat/live/http.ts';
import {
	admissionHttp,
	groupListsHttp,
	letterLinksHttp,
	ownAdmissionHttp
} from './capabilities/cohorts/enrolling/http.ts';
import { cohortsHttp, firstModuleHttp, pathHttp } from './capabilities/cohorts/http.ts';
import { consentsHttp, consentTextsHttp } from './capabilities/consents/http.ts';
import { councilDecisionsHttp } from './capabilities/councils/decisions/http.ts';
import { coordinatorsHttp, namedCoordinatorsHttp } from './capabilities/coordinators/http.ts';
import { consultationCalendarsHttp, consultationsHttp } from './capabilities/consultations/http.ts';
import { expertHttp } from './capabilities/councils/expert-http.ts';
import { councilsHttp } from './capabilities/councils/http.ts';
import { meetingsHttp } from './capabilities/councils/meetings/http.ts';
import { deadlinesHttp } from './capabilities/deadlines/http.ts';
import { diagnosisAttemptsHttp } from './capabilities/diagnostics/attempts/http.ts';
import { diagnosisComparisonHttp } from './capabilities/diagnostics/comparison/http.ts';
import { diagnosisPaperHttp } from './capabilities/diagnostics/paper/http.ts';
import { diagnosticsHttp } from './capabilities/diagnostics/http.ts';
import { observationsHttp, observingHttp } from './capabilities/diagnostics/observations/http.ts';
import { documentsHttp } from './capabilities/documents/http.ts';
import { draftRoundsHttp } from './capabilities/draft-rounds/http.ts';
import { extensionsHttp } from './capabilities/extensions/http.ts';
import { filesHttp } from './capabilities/files/http.ts';
import { uploadsHttp } from './capabilities/files/uploads-http.ts';
import { allocationHttp } from './capabilities/final-works/allocation/http.ts';
import { administrationHttp, finalWorksHttp } from './capabilities/final-works/http.ts';
import { appealsHttp, resultsHttp, reviewFeedbackHttp } from './capabilities/final-works/results/http.ts';
import { presentationsHttp } from './capabilities/final-works/results/presentations-http.ts';
import { formsHttp } from './capabilities/forms/http.ts';
import { learningRoutesHttp } from './capabilities/learning-routes/http.ts';
import { materialsHttp } from './capabilities/materials/http.ts';
import { monitoringHttp } from './capabilities/monitoring/http.ts';
import { municipalObserversHttp } from './capabilities/municipal-observers/http.ts';
import { ordersHttp } from './capabilities/orders/http.ts';
import { experienceHttp, publishedExperienceHttp } from './capabilities/experience/http.ts';
import { passportsHttp, publishedPassportsHttp } from './capabilities/passports/http.ts';
import { calendarsHttp, planSurroundingsHttp, plansHttp } from './capabilities/plans/http.ts';
import { reportDeskHttp, reportsHttp } from './capabilities/plans/reports/http.ts';
import { planRowsHttp } from './capabilities/plans/rows-http.ts';
import { portfolioHttp } from './capabilities/portfolio/http.ts';
import { portalHttp } from './capabilities/portal/http.ts';
import { programmesHttp } from './capabilities/programmes/http.ts';
import { regulationsHttp, regulationVersionsHttp } from './capabilities/regulations/http.ts';
import { reportingHttp } from './capabilities/reporting/http.ts';
import { schoolsHttp } from './capabilities/schools/http.ts';
import { applicationKeepingHttp, applicationsHttp } from './capabilities/sites/applications/http.ts';
import { actsHttp, decisionsHttp, publicScansHttp } from './capabilities/sites/acts/http.ts';
import {
	keptSitesHttp,
	organisationsHttp,
	siteLeadersHttp
} from './capabilities/sites/register/keeping-http.ts';
import { registerFileHttp } from './capabilities/register/file-http.ts';
import { registerDataHttp } from './capabilities/register/http.ts';
import { registerHttp } from './capabilities/sites/register/http.ts';
import { spaceRoomsHttp, spacesHttp } from './capabilities/spaces/http.ts';
import { staffHttp, supportHttp } from './capabilities/staff/http.ts';
import { subscriptionsHttp } from './capabilities/subscriptions/http.ts';
import { summariesHttp, summaryExportsHttp } from './capabilities/summaries/http.ts';
import { surveysHttp } from './capabilities/surveys/http.ts';
import { tasksHttp } from './capabilities/tasks/http.ts';
import { healthHttp } from './shell/health.ts';
import { chatPaces, type Paces } from './capabilities/chat/paces.ts';
import type { Timings } from './capabilities/chat/live/timings.ts';
import type { Deps } from './shell/context.ts';

type Options = { deps: Deps; timings?: Timings; paces?: Paces };

/** The table of contents. Who may enter a capability is told by the block it stands in. */
export async function api(app: FastifyInstance, { deps, timings, paces }: Options): Promise<void> {
	await app.register(healthHttp, { deps });
	await app.register(signInHttp, { deps });
	await app.register(consentTextsHttp);
	await app.register(portalHttp, { deps });
	await app.register(regulationsHttp, { deps });
	await app.register(namedCoordinatorsHttp, { deps });
	await app.register(registerHttp, { deps });
	await app.register(publicScansHttp, { deps });
	await app.register(publishedPassportsHttp, { deps });
	await app.register(publishedExperienceHttp, { deps });
	await app.register(calendarsHttp, { deps });
	await app.register(consultationCalendarsHttp, { deps });
	await app.register(digestRefusalsHttp, { deps });
	await app.register(subscriptionsHttp, { deps });
	if (deps.demonstration) await app.register(demonstrationHttp, { deps });
	await app.register(administrationHttp, { deps });
	await app.register(observingHttp, { deps });
	await app.register(letterLinksHttp, { deps });
	await app.register(programmeApprovalHttp, { deps });
	await app.register(certificateChecksHttp, { deps });
	await app.register(badgeChecksHttp, { deps });

	await app.register(async (signedIn) => {
		signedIn.addHook('onRequest', signedIn.requireActor);
		await signedIn.register(accountHttp);
		await signedIn.register(chatPaces, { paces });
		await signedIn.register(chatHttp);
		await signedIn.register(messagesHttp);
		await signedIn.register(moderationHttp);
		await signedIn.register(spacesHttp);
		await signedIn.register(spaceRoomsHttp);
		await signedIn.register(filesHttp);
		await signedIn.register(uploadsHttp);
		await signedIn.register(materialsHttp);
		await signedIn.register(liveHttp, { deps, timings });
		await signedIn.register(programmesHttp);
		await signedIn.register(draftsHttp);
		await signedIn.register(draftSharingHttp);
		await signedIn.register(programmeMovesHttp);
		await signedIn.register(programmeFilesHttp);
		await signedIn.register(regulationVersionsHttp);
		await signedIn.register(councilsHttp);
		await signedIn.register(expertHttp);
		await signedIn.register(meetingsHttp);
		await signedIn.register(councilDecisionsHttp);
		await signedIn.register(applicationsHttp);
		await signedIn.register(applicationKeepingHttp);
		await signedIn.register(decisionsHttp);
		await signedIn.register(actsHttp);
		await signedIn.register(organisationsHttp);
		await signedIn.register(keptSitesHttp);
		await signedIn.register(siteLeadersHttp);
		await signedIn.register(coordinatorsHttp);
		await signedIn.register(municipalObserversHttp);
		await signedIn.register(cohortsHttp);
		await signedIn.register(admissionHttp);
		await signedIn.register(groupListsHttp);
		await signedIn.register(ownAdmissionHttp);
		await signedIn.register(firstModuleHttp);
		await signedIn.register(pathHttp);
		await signedIn.register(deadlinesHttp);
		await signedIn.register(extensionsHttp);
		await signedIn.register(reportingHttp);
		await signedIn.register(alertsHttp);
		await signedIn.register(monitoringHttp);
		await signedIn.register(summariesHttp);
		await signedIn.register(summaryExportsHttp);
		await signedIn.register(formsHttp);
		await signedIn.register(diagnosticsHttp);
		await signedIn.register(diagnosisAttemptsHttp);
		await signedIn.register(observationsHttp);
		await signedIn.register(diagnosisComparisonHttp);
		await signedIn.register(diagnosisPaperHttp);
		await signedIn.register(learningRoutesHttp);
		await signedIn.register(tasksHttp);
		await signedIn.register(calibrationHttp);
		await signedIn.register(draftRoundsHttp);
		await signedIn.register(finalWorksHttp);
		await signedIn.register(portfolioHttp);
		await signedIn.register(registerDataHttp);
		await signedIn.register(registerFileHttp);
		await signedIn.register(allocationHttp);
		await signedIn.register(resultsHttp);
		await signedIn.register(appealsHttp);
		await signedIn.register(reviewFeedbackHttp);
		await signedIn.register(presentationsHttp);
		await signedIn.register(surveysHttp);
		await signedIn.register(certificatesHttp);
		await signedIn.register(certificateBatchesHttp);
		await signedIn.register(badgesHttp);
		await signedIn.register(documentsHttp);
		await signedIn.register(ordersHttp);
		await signedIn.register(agreementsHttp);
		await signedIn.register(consentsHttp);
		await signedIn.register(staffHttp);
		await signedIn.register(supportHttp);
		await signedIn.register(schoolsHttp);
		await signedIn.register(passportsHttp);
		await signedIn.register(experienceHttp);
		await signedIn.register(plansHttp);
		await signedIn.register(reportsHttp);
		await signedIn.register(reportDeskHttp);
		await signedIn.register(planRowsHttp);
		await signedIn.register(planSurroundingsHttp);
		await signedIn.register(consultationsHttp);
		await signedIn.register(answeringHttp);
		await signedIn.register(helpingHttp);
	});
}
