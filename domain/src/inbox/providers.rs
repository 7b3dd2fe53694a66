//! Who sends webhooks: the one list that filters offer and doors, jobs and tests agree on.

/// Every provider whose webhooks are kept, by the word that stands in their addresses and in `inbox.provider`.
pub const PROVIDERS: [&str; 11] = [
    "stripe",
    "shippo",
    "fedex",
    "ups",
    "dhl",
    "correos",
    "twilio",
    "resend",
    "stitch",
    "woocommerce",
    "shopify",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_that_is_understood_can_be_filtered_by() {
        let process = include_str!("process.rs");
        let start = process.find("match provider {").expect("where bodies are told apart");
        let arms = &process[start..start + process[start..].find("no such provider").expect("its end")];
        let heads = arms.lines().filter_map(|line| line.split_once("=>")).map(|(head, _)| head);
        let mut heard: Vec<&str> = heads
            .flat_map(|head| head.split('|'))
            .map(|word| word.trim().trim_matches('"'))
            .filter(|word| *word != "_")
            .collect();
        let mut listed = PROVIDERS;
        heard.sort_unstable();
        listed.sort_unstable();
        assert_eq!(heard, listed);
    }
}
