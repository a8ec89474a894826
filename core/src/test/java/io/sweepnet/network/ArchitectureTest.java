package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final Architecture SMALL =
            new Architecture(List.of(2, 3, 1), List.of(Activation.RELU, Activation.IDENTITY));

    @Test
    void layoutIsWeightsUnitByUnitThenBiasesLayerByLayer() {
        List<ParameterIndex> layout = new ArrayList<>();
        for (int i = 0; i < SMALL.parameterCount(); i++) {
            layout.add(SMALL.parameterIndex(i));
        }

        assertThat(layout)
                .containsExactly(
                        ParameterIndex.weight(0, 0, 0),
                        ParameterIndex.weight(0, 0, 1),
                        ParameterIndex.weight(0, 1, 0),
                        ParameterIndex.weight(0, 1, 1),
                        ParameterIndex.weight(0, 2, 0),
                        ParameterIndex.weight(0, 2, 1),
                        ParameterIndex.bias(0, 0),
                        ParameterIndex.bias(0, 1),
                        ParameterIndex.bias(0, 2),
                        ParameterIndex.weight(1, 0, 0),
                        ParameterIndex.weight(1, 0, 1),
                        ParameterIndex.weight(1, 0, 2),
                        ParameterIndex.bias(1, 0));
        assertThat(SMALL.weightOffset(1)).isEqualTo(9);
        assertThat(SMALL.biasOffset(0)).isEqualTo(6);
        assertThat(SMALL.biasOffset(1)).isEqualTo(12);
    }

    static List<List<Integer>> shapes() {
        return List.of(
                List.of(1, 1),
                List.of(5, 1),
                List.of(1, 4),
                List.of(2, 3, 1),
                List.of(3, 4, 3, 2),
                List.of(1, 1, 1, 1),
                List.of(10, 5, 4, 1),
                List.of(2, 1, 7, 3, 5));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void flatAndNamedPositionsAreInverse(List<Integer> sizes) {
        Architecture architecture = identity(sizes);
        for (int i = 0; i < architecture.parameterCount(); i++) {
            ParameterIndex index = architecture.parameterIndex(i);
            assertThat(architecture.flatIndex(index)).as("%s", index).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyWeightAndBiasHasAPositionOfItsOwn(List<Integer> sizes) {
        Architecture architecture = identity(sizes);
        List<Integer> positions = new ArrayList<>();
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            for (int unit = 0; unit < architecture.units(layer); unit++) {
                positions.add(architecture.flatIndex(ParameterIndex.bias(layer, unit)));
                for (int input = 0; input < architecture.inputs(layer); input++) {
                    positions.add(architecture.flatIndex(ParameterIndex.weight(layer, unit, input)));
                }
            }
        }

        assertThat(positions).doesNotHaveDuplicates().hasSize(architecture.parameterCount());
        assertThat(Collections.min(positions)).isZero();
        assertThat(Collections.max(positions)).isEqualTo(architecture.parameterCount() - 1);
    }

    @Test
    void ofPutsAnIdentityLayerOnTop() {
        Architecture architecture = Architecture.of(10, List.of(5, 4), 2, List.of(Activation.STEP, Activation.TANH));

        assertThat(architecture.sizes()).containsExactly(10, 5, 4, 2);
        assertThat(architecture.activations()).containsExactly(Activation.STEP, Activation.TANH, Activation.IDENTITY);
        assertThat(architecture.inputSize()).isEqualTo(10);
        assertThat(architecture.outputSize()).isEqualTo(2);
        assertThat(architecture.layerCount()).isEqualTo(3);
        assertThat(architecture.parameterCount()).isEqualTo(10 * 5 + 5 + 5 * 4 + 4 + 4 * 2 + 2);
    }

    @Test
    void textNamesShapeAndActivations() {
        assertThat(SMALL.shape()).isEqualTo("2-3-1");
        assertThat(SMALL).hasToString("2-3-1 (relu, identity)");
    }

    @Test
    void listsGivenAreCopied() {
        List<Integer> sizes = new ArrayList<>(List.of(2, 1));
        List<Activation> activations = new ArrayList<>(List.of(Activation.RELU));
        Architecture architecture = new Architecture(sizes, activations);

        sizes.set(0, 7);
        activations.set(0, Activation.STEP);

        assertThat(architecture).isEqualTo(new Architecture(List.of(2, 1), List.of(Activation.RELU)));
    }

    @Test
    void aNetworkNeedsInputsAndOutputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Architecture(List.of(3), List.of()))
                .withMessageContaining("[3]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aLayerNeedsUnits(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity(List.of(3, size, 1)))
                .withMessageContaining("[3, " + size + ", 1]");
    }

    @Test
    void everyLayerNeedsAnActivation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Architecture(List.of(3, 2, 1), List.of(Activation.RELU)))
                .withMessageContaining("2 layers")
                .withMessageContaining("got 1");
    }

    @Test
    void moreParametersThanAnArrayHoldsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity(List.of(50_000, 50_000, 1)))
                .withMessageContaining("[50000, 50000, 1]");
        assertThatIllegalArgumentException()
                .as("a count beyond 64 bits too")
                .isThrownBy(() -> identity(Collections.nCopies(5, Integer.MAX_VALUE)));
    }

    @Test
    void aParameterOutsideTheNetworkIsNamed() {
        for (ParameterIndex outside : List.of(
                ParameterIndex.bias(2, 0),
                ParameterIndex.bias(0, 3),
                ParameterIndex.weight(0, 3, 0),
                ParameterIndex.weight(0, 0, 2),
                ParameterIndex.weight(1, 0, 3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SMALL.flatIndex(outside))
                    .withMessageContaining(outside.toString())
                    .withMessageContaining("2-3-1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aFlatPositionOutsideTheNetworkIsNamed(int position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.parameterIndex(position))
                .withMessageContaining(String.valueOf(position))
                .withMessageContaining("2-3-1");
    }

    private static Architecture identity(List<Integer> sizes) {
        return new Architecture(sizes, Collections.nCopies(sizes.size() - 1, Activation.IDENTITY));
    }
}
