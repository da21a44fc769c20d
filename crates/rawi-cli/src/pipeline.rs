//! Takes: items and what to do with each. Gives: the results, in the order of the items, made by several
//! threads. Relies on: bounded queues, so that memory stays flat however many items there are.

use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

/// How many items per job may be under way or wait to be taken.
const AHEAD: usize = 4;

/// Does `work` on each of `items` on `jobs` threads; the items themselves are made on a thread of their
/// own. Each receiver that comes out stands for one item, in order, and gives its result when it is done.
///
/// The threads end when the items do, or when what comes out is dropped.
pub(crate) fn in_order<T, R>(
    items: impl Iterator<Item = T> + Send + 'static,
    jobs: usize,
    work: impl Fn(T) -> R + Send + Sync + 'static,
) -> Receiver<Receiver<R>>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let (to_workers, tasks) = bounded::<(T, Sender<R>)>(jobs * AHEAD);
    let (to_caller, results) = bounded(jobs * AHEAD);
    let work = Arc::new(work);
    for _ in 0..jobs {
        let (tasks, work) = (tasks.clone(), Arc::clone(&work));
        thread::spawn(move || {
            for (item, done) in tasks {
                // Nobody waits for it any more when this fails.
                done.send(work(item)).ok();
            }
        });
    }
    thread::spawn(move || {
        for item in items {
            let (done, result) = bounded(1);
            if to_caller.send(result).is_err() || to_workers.send((item, done)).is_err() {
                return;
            }
        }
    });
    results
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for jobs in [1, 2, 7] {
            let slow_first = |n: u64| {
                std::thread::sleep(Duration::from_micros(500 - n % 50 * 10));
                n
            };
            let results: Vec<u64> = in_order(0..200, jobs, slow_first)
                .iter()
                .map(|one| one.recv().unwrap())
                .collect();
            assert_eq!(results, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn it_does_not_run_ahead_of_who_takes_the_results() {
        let made = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&made);
        let items = (0..10_000).inspect(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let results = in_order(items, 2, |n| n);
        std::thread::sleep(Duration::from_millis(50));
        assert!(made.load(Ordering::SeqCst) < 40);
        assert_eq!(results.iter().count(), 10_000);
    }
}
