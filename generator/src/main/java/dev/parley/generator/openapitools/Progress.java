package dev.parley.generator.openapitools;

/** Hears how far a run is. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (stage, done, all) -> {};

    /**
     * Is told whenever a stage begins or goes on; often, so it has to choose what it shows.
     *
     * @param stage what is being done, such as {@code writing files}
     * @param done how much of it is
     * @param all how much there is to do, or 0 where that is not known
     */
    void at(String stage, int done, int all);
}
