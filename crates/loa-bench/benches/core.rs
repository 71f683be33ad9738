//! Every job at every size; `cargo xtask bench core` reads what criterion writes.

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use loa_bench::{Campaign, GUIDE_COUNTS, JOBS};

/// Sizes outside, so that ours and the peer are measured within the same seconds.
fn core(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("core");
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    for guides in GUIDE_COUNTS {
        for job in &JOBS {
            let work = (job.prepare)(Campaign::of(guides)).unwrap_or_else(|error| panic!("{}: {error:#}", job.name));
            group.bench_function(BenchmarkId::new(job.name, guides), |bencher| bencher.iter(&work));
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = core
}
criterion_main!(benches);
