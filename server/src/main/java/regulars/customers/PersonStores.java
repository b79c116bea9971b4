package regulars.customers;

import org.springframework.stereotype.Component;

/** What is read of people, each part by its own statements. */
@Component
record PersonStores(RecipientStore recipients, ExternalIdStore externalIds, SummaryStore summaries) {}
