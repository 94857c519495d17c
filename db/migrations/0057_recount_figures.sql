-- What was done counts where it was done, also after a transfer: figures kept by the old rule are counted anew.
UPDATE "cohort_reckonings" SET "seen" = NULL;
