namespace FmeTyped;

/// <summary>Counts the progress of a batch, and reports it.</summary>
internal sealed class BatchTally(IProgress<FmeBatchProgress>? progress)
{
    private readonly object _gate = new();
    private long _taken;
    private long _succeeded;
    private long _skipped;
    private long _failed;

    public void Take()
    {
        lock (_gate)
        {
            _taken++;
            Report();
        }
    }

    public void Conclude(FmeBatchOutcome outcome)
    {
        lock (_gate)
        {
            switch (outcome)
            {
                case FmeBatchOutcome.Succeeded or FmeBatchOutcome.Submitted:
                    _succeeded++;
                    break;
                case FmeBatchOutcome.Skipped:
                    _skipped++;
                    break;
                default:
                    _failed++;
                    break;
            }

            Report();
        }
    }

    private void Report() => progress?.Report(new FmeBatchProgress
    {
        Taken = _taken,
        InFlight = _taken - _succeeded - _skipped - _failed,
        Succeeded = _succeeded,
        Skipped = _skipped,
        Failed = _failed,
    });
}
