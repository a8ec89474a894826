package io.sweepnet.spark.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoordinatorTest {

    private static final long RUN = 7;

    private final Coordinator coordinator = new Coordinator(2, new double[] {42});

    private double[][] join(int member, long attempt) {
        return (double[][]) coordinator.receive(new Message.Join(RUN, member, attempt, "executor " + member));
    }

    private double[] add(int member, long attempt, int exchange, double number) {
        return contribute(member, attempt, exchange, Reduction.SUM, false, number);
    }

    private double[] contribute(
            int member, long attempt, int exchange, Reduction reduction, boolean isCheckpoint, double... partial) {
        double[][] reports = member == 0 ? new double[][] {{exchange}} : new double[0][];
        return (double[]) coordinator.receive(
                new Message.Contribution(RUN, member, attempt, exchange, reduction, 1, isCheckpoint, partial, reports));
    }

    private double[] poll(int member, long attempt, int exchange) {
        return (double[]) coordinator.receive(new Message.Poll(RUN, member, attempt, exchange));
    }

    @Test
    void theLastContributionIsAnsweredWithTheOutcomeAndTheOthersHearItWhenTheyAsk() {
        join(0, 1);
        join(1, 2);

        assertThat(add(0, 1, 0, 5)).containsExactly(Coordinator.WAIT);
        assertThat(poll(0, 1, 0)).containsExactly(Coordinator.WAIT);
        assertThat(add(1, 2, 0, 7)).containsExactly(Coordinator.OUTCOME, 12);
        assertThat(poll(0, 1, 0)).containsExactly(Coordinator.OUTCOME, 12);
    }

    @Test
    void whatComesTwiceCountsOnceAndIsReportedOnce() {
        join(0, 1);
        join(1, 2);

        add(0, 1, 0, 5);
        assertThat(add(0, 1, 0, 5)).containsExactly(Coordinator.WAIT);
        assertThat(add(1, 2, 0, 7)).containsExactly(Coordinator.OUTCOME, 12);
        assertThat(add(0, 1, 0, 5)).as("late").containsExactly(Coordinator.OUTCOME, 12);
        assertThat(coordinator.takeReports()).containsExactly(new double[] {0});
        assertThat(coordinator.takeReports()).isEmpty();
    }

    @Test
    void anAttemptThatJoinsLaterGetsTheOutcomesSinceTheCheckpointAndTheEarlierOneIsOver() {
        join(0, 1);
        join(1, 2);
        add(0, 1, 0, 5);
        add(1, 2, 0, 7);
        contribute(0, 1, 1, Reduction.FIRST, true, 100, 200);
        contribute(1, 2, 1, Reduction.FIRST, true, 100, 200);
        add(0, 1, 2, 1);
        add(1, 2, 2, 2);
        add(0, 1, 3, 8);

        double[][] joined = join(0, 3);

        assertThat(joined).isDeepEqualTo(new double[][] {{Coordinator.JOINED, 2}, {100, 200}, {Coordinator.OUTCOME, 3}
        });
        assertThat(add(0, 1, 3, 8)).containsExactly(Coordinator.SUPERSEDED);
        assertThat(poll(0, 1, 3)).containsExactly(Coordinator.SUPERSEDED);
        assertThat(join(0, 1)[0]).containsExactly(Coordinator.SUPERSEDED);
        assertThat(add(1, 2, 3, 2))
                .as("what the lost attempt contributed counts")
                .containsExactly(Coordinator.OUTCOME, 10);
        assertThat(add(0, 3, 3, 8)).containsExactly(Coordinator.OUTCOME, 10);
    }

    @Test
    void whoHasNotHeardOfTheCheckpointStillCan() {
        join(0, 1);
        join(1, 2);
        contribute(0, 1, 0, Reduction.FIRST, true, 9);
        contribute(1, 2, 0, Reduction.FIRST, true, 9);

        assertThat(poll(0, 1, 0)).containsExactly(Coordinator.OUTCOME, 9);
    }

    @Test
    void beforeTheFirstCheckpointMembersBeginAtTheStart() {
        assertThat(join(0, 1)).isDeepEqualTo(new double[][] {{Coordinator.JOINED, 0}, {42}});
    }

    @Test
    void membersOfDifferentMindsEndTheRun() {
        join(0, 1);
        join(1, 2);
        add(0, 1, 0, 5);

        assertThat(contribute(1, 2, 0, Reduction.MAX, false, 7)).containsExactly(Coordinator.CLOSED);
        assertThat(coordinator.failure()).contains("tasks 0 and 1 are not of one mind at exchange 0");
        assertThat(poll(0, 1, 0)).containsExactly(Coordinator.CLOSED);
    }

    @Test
    void aFailureOfTheLatestAttemptEndsTheRunAndThatOfALostOneDoesNot() {
        join(0, 1);
        join(0, 2);

        coordinator.receive(new Message.Failure(RUN, 0, 1, "lost"));
        assertThat(coordinator.failure()).isEmpty();
        coordinator.receive(new Message.Failure(RUN, 0, 2, "task 0 failed"));
        assertThat(coordinator.failure()).contains("task 0 failed");
        assertThat(join(1, 3)[0]).containsExactly(Coordinator.CLOSED);
    }

    @Test
    void whoIsWaitedForIsNamed() {
        join(0, 1);
        assertThat(coordinator.overdue(new ChannelSettings(3600, 3600))).isEmpty();
        assertThat(coordinator.overdue(new ChannelSettings(-1, 3600)).orElseThrow())
                .isEqualTo("1 of 2 tasks began; for 0 s nothing was heard of task 1: are there task slots for all?");

        join(1, 2);
        add(0, 1, 0, 5);
        assertThat(coordinator.overdue(new ChannelSettings(-1, 3600))).isEmpty();
        assertThat(coordinator.overdue(new ChannelSettings(-1, -1)).orElseThrow())
                .isEqualTo("exchange 0 waits since 0 s for task 1 (executor 1)");
    }

    @Test
    void sectionsAreAddedInTheOrderOfMembersWhoeverContributesWhich() {
        double[][] shards = {{1e16, 1}, {1, 2}, {-1e16, 3}, {0.1, 4}};
        double[] sum = new double[2];
        for (double[] shard : shards) {
            sum[0] += shard[0];
            sum[1] += shard[1];
        }
        double[] all = {1e16, 1, 1, 2, -1e16, 3, 0.1, 4};

        assertThat(Reduction.SUM.reduce(new double[][] {all}, 2)).containsExactly(sum);
        Coordinator uneven = new Coordinator(2, new double[0]);
        uneven.receive(new Message.Join(RUN, 0, 1, ""));
        uneven.receive(new Message.Join(RUN, 1, 2, ""));
        uneven.receive(new Message.Contribution(
                RUN, 1, 2, 0, Reduction.SUM, 3, false, new double[] {1, 2, -1e16, 3, 0.1, 4}, new double[0][]));
        assertThat((double[]) uneven.receive(new Message.Contribution(
                        RUN, 0, 1, 0, Reduction.SUM, 1, false, new double[] {1e16, 1}, new double[0][])))
                .containsExactly(Coordinator.OUTCOME, sum[0], sum[1]);
    }
}
