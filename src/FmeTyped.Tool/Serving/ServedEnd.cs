namespace FmeTyped.Tool.Serving;

/// <summary>The ends of a job that a file of outcomes can name; those of <see cref="FmeTyped.Testing.FmeJobOutcome"/>.</summary>
internal enum ServedEnd
{
    Success,
    Failure,
    JobFailure,
    InnerFailure,
    NeverEnds,
}
