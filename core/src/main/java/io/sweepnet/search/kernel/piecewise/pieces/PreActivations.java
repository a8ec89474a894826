package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.UnitColumns;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/**
 * The pre-activations of all units and rows at the current parameters. A move may add its change to them; since that
 * rounds differently from a forward pass, {@code SearchPosition} decides when they are recomputed.
 */
public final class PreActivations {

    /** How pre-activations are updated after a move. */
    public enum Update {
        /** The change is added to them. */
        ADD,
        /** Those of the parameter's layer and of later layers are computed again. */
        FROM_LAYER,
        /** All are computed again. */
        ALL
    }

    private final Architecture architecture;
    private final RowTiles table;
    private final double[] parameters;
    private final Tiles tiles;
    private final Workers workers;

    /** The pre-activations, [layer][unit][tile][row]. */
    private final double[][][][] columns;

    /** True if the activation is max(z, 0), [layer]. */
    private final boolean[] areRectifiers;

    /** Work space, [worker]. */
    private final Work[] works;

    /** The move in progress. */
    private ParameterIndex parameter;

    private double parameterChange;
    private int firstLayer;
    private final Workers.Part addPart = this::addPart;
    private final Workers.Part computePart = this::computePart;

    /**
     * Creates the pre-activations at the current parameters.
     *
     * @param table the rows
     * @param parameters all parameters in flat order; read at every call
     * @param workers threads that share the tiles
     */
    public PreActivations(Architecture architecture, RowTiles table, double[] parameters, Workers workers) {
        this.architecture = architecture;
        this.table = table;
        this.parameters = parameters;
        this.workers = workers;
        this.tiles = table.tiles();
        this.columns = new double[architecture.layerCount()][][][];
        for (int layer = 0; layer < columns.length; layer++) {
            columns[layer] = new double[architecture.units(layer)][][];
            Arrays.setAll(columns[layer], unit -> tiles.column());
        }
        this.areRectifiers = new boolean[columns.length];
        for (int layer = 0; layer < columns.length; layer++) {
            areRectifiers[layer] = architecture.activation(layer).isRectifier();
        }
        this.works = new Work[workers.threads()];
        Arrays.setAll(works, worker -> new Work());
        computeFrom(0);
    }

    /** Returns the tiles of the rows. */
    public Tiles tiles() {
        return tiles;
    }

    /** Returns the pre-activations of a unit, [tile][row]. The arrays are shared. */
    public double[][] of(int layer, int unit) {
        return columns[layer][unit];
    }

    /** Copies the factor of a parameter in the rows of a tile: an input of its layer for a weight, ones for a bias. */
    public void copyInput(ParameterIndex parameter, int tile, double[] into) {
        if (!parameter.isWeight()) {
            Arrays.fill(into, 0, tiles.rows(tile), 1);
        } else {
            copyInput(parameter.layer(), parameter.input(), tile, into);
        }
    }

    /** Copies an input of a layer in the rows of a tile: a feature, or an activation of the layer before. */
    public void copyInput(int layer, int index, int tile, double[] into) {
        if (layer == 0) {
            table.copyFeature(index, tile, into);
        } else {
            System.arraycopy(columns[layer - 1][index][tile], 0, into, 0, tiles.rows(tile));
            UnitColumns.apply(architecture.activation(layer - 1), into, tiles.rows(tile));
        }
    }

    /**
     * Updates pre-activations after a move; the parameter itself is already set.
     *
     * @param update how they are updated
     * @param parameterChange the new value of the parameter minus the old one
     */
    public void follow(PreActivations.Update update, ParameterIndex parameter, double parameterChange) {
        switch (update) {
            case FROM_LAYER -> computeFrom(parameter.layer());
            case ALL -> recompute();
            default -> add(parameter, parameterChange);
        }
    }

    /** Recomputes all pre-activations, with the bits of a forward pass. */
    public void recompute() {
        computeFrom(0);
    }

    private void add(ParameterIndex parameter, double parameterChange) {
        this.parameter = parameter;
        this.parameterChange = parameterChange;
        workers.run(tiles.parts(), addPart);
    }

    private void addPart(int part, int worker) {
        for (int tile = tiles.firstTile(part); tile < tiles.firstTile(part + 1); tile++) {
            works[worker].move(tile);
        }
    }

    /** Recomputes a layer and all later ones, with the bits of a forward pass. */
    private void computeFrom(int layer) {
        firstLayer = layer;
        workers.run(tiles.parts(), computePart);
    }

    private void computePart(int part, int worker) {
        for (int tile = tiles.firstTile(part); tile < tiles.firstTile(part + 1); tile++) {
            works[worker].compute(tile);
        }
    }

    /** Work space and loops of one worker. */
    private final class Work {

        private final double[] input = new double[Tiles.ROWS];
        private final double[] after = new double[Tiles.ROWS];
        private final double[] sum = new double[Tiles.ROWS];

        /** Changes of activations in a tile, [layer][unit][row]. */
        private final double[][][] changes = new double[architecture.layerCount() - 1][][];

        Work() {
            for (int layer = 0; layer < changes.length; layer++) {
                changes[layer] = new double[architecture.units(layer)][Tiles.ROWS];
            }
        }

        /** Adds the move in progress to the pre-activations of a tile. */
        void move(int tile) {
            int rows = tiles.rows(tile);
            int layer = parameter.layer();
            int unit = parameter.unit();
            copyInput(parameter, tile, input);
            double[] own = columns[layer][unit][tile];
            addChange(layer, unit, own, parameterChange, input, rows);
            for (int l = layer + 1; l < columns.length; l++) {
                int size = architecture.inputs(l);
                for (int k = 0; k < columns[l].length; k++) {
                    double[] column = columns[l][k][tile];
                    int weights = architecture.weightOffset(l) + k * size;
                    if (l == layer + 1) {
                        addChange(l, k, column, parameters[weights + unit], changes[layer][unit], rows);
                    } else {
                        Arrays.fill(sum, 0, rows, 0);
                        UnitColumns.addWeighted(sum, parameters, weights, changes[l - 1], 0, size, 0, rows);
                        addChange(l, k, column, 1, sum, rows);
                    }
                }
            }
        }

        /**
         * Adds a column times a factor to a unit's pre-activations, and keeps the resulting changes of its activations.
         */
        private void addChange(int layer, int unit, double[] column, double factor, double[] added, int rows) {
            if (layer < changes.length) {
                double[] change = changes[layer][unit];
                if (areRectifiers[layer]) {
                    for (int i = 0; i < rows; i++) {
                        change[i] = relu(column[i] + factor * added[i]) - relu(column[i]);
                    }
                } else {
                    generalChange(architecture.activation(layer), change, column, factor, added, rows);
                }
            }
            addMultiple(column, factor, added, rows);
        }

        /**
         * Returns the maximum of z and 0. Unlike {@link Math#max} it does not distinguish between zeros, which takes
         * fewer instructions.
         */
        private static double relu(double z) {
            return 0.5 * (Math.abs(z) + z);
        }

        private void generalChange(
                Activation activation, double[] change, double[] column, double factor, double[] added, int rows) {
            System.arraycopy(column, 0, change, 0, rows);
            UnitColumns.apply(activation, change, rows);
            System.arraycopy(column, 0, after, 0, rows);
            addMultiple(after, factor, added, rows);
            UnitColumns.apply(activation, after, rows);
            for (int i = 0; i < rows; i++) {
                change[i] = after[i] - change[i];
            }
        }

        /** Computes the layers from {@link #firstLayer} on, in the order of a forward pass. */
        void compute(int tile) {
            int rows = tiles.rows(tile);
            for (int layer = firstLayer; layer < columns.length; layer++) {
                for (int k = 0; k < columns[layer].length; k++) {
                    Arrays.fill(columns[layer][k][tile], parameters[architecture.biasOffset(layer) + k]);
                }
                int size = architecture.inputs(layer);
                for (int index = 0; index < size; index++) {
                    copyInput(layer, index, tile, input);
                    for (int k = 0; k < columns[layer].length; k++) {
                        double weight = parameters[architecture.weightOffset(layer) + k * size + index];
                        addMultiple(columns[layer][k][tile], weight, input, rows);
                    }
                }
            }
        }

        private static void addMultiple(double[] column, double factor, double[] added, int rows) {
            for (int i = 0; i < rows; i++) {
                column[i] += factor * added[i];
            }
        }
    }
}
