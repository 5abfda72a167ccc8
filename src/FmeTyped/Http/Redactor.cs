using System.Diagnostics;

namespace FmeTyped;

/// <summary>
/// Takes secrets out of texts that came from elsewhere, in case they echo them: the client's own token, the tokens and passwords that went out lately, and what
/// is secret of the jobs that the client submitted.
/// </summary>
internal sealed class Redactor
{
    /// <summary>Of how many jobs, and of how many submissions whose response was lost, the secrets are remembered.</summary>
    public const int MostJobs = 10_000;

    // A refused token and its successors; an echo of an older one would have to be very late.
    private const int MostSecrets = 16;

    private readonly object _gate = new();

    private readonly RecentSecrets<long> _ofJobs = new(MostJobs);
    private readonly RecentSecrets<string> _ofLost = new(MostJobs);
    private int _kept;

    // First the one that is kept, if there is one.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile SecretText[] _secrets = [];

    /// <summary>Has a secret taken out for as long as the client lives.</summary>
    public void Keep(string secret)
    {
        lock (_gate)
        {
            _secrets = [new SecretText(secret), .. _secrets.AsSpan(_kept)];
            _kept = 1;
        }
    }

    /// <summary>Has a secret taken out from now on.</summary>
    public void Add(string secret)
    {
        if (_secrets is [.., var last] && last.Is(secret))
        {
            return;
        }

        lock (_gate)
        {
            SecretText[] kept = _secrets[.._kept];
            SecretText[] others = Array.FindAll(_secrets[_kept..], known => !known.Is(secret));
            _secrets = [.. kept, .. others.AsSpan(Math.Max(0, others.Length - MostSecrets + 1)), new SecretText(secret)];
        }
    }

    /// <summary>Has what is secret of a job taken out of all that is told of the job.</summary>
    public void Remember(long job, IReadOnlyList<SecretText> secrets) => _ofJobs.Add(job, secrets);

    /// <summary>Remembers what is secret of a submission whose job is not known yet.</summary>
    public void RememberLost(string correlationKey, IReadOnlyList<SecretText> secrets) => _ofLost.Add(correlationKey, secrets);

    /// <summary>The job of a submission was found.</summary>
    public void Found(string correlationKey, long job)
    {
        if (_ofLost.TryGet(correlationKey, out IReadOnlyList<SecretText>? secrets))
        {
            Remember(job, secrets);
        }
    }

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="job">The job that it tells of; null for none.</param>
    /// <param name="others">What else is secret.</param>
    public string Redact(string text, long? job = null, IReadOnlyList<SecretText>? others = null)
    {
        IReadOnlyList<SecretText> secrets = _secrets;
        if (job is { } id && _ofJobs.TryGet(id, out IReadOnlyList<SecretText>? ofJob))
        {
            secrets = [.. secrets, .. ofJob];
        }

        return SecretText.Mask(text, others is null ? secrets : [.. secrets, .. others]);
    }
}
