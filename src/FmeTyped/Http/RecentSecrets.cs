using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>The secrets of the latest jobs or submissions. The oldest are dropped first.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <param name="most">How many are kept.</param>
internal sealed class RecentSecrets<TKey>(int most)
    where TKey : notnull
{
    private readonly object _gate = new();

    // Every answer about a job looks here, without the lock that adding takes. Most clients never send a secret, and start without it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile ConcurrentDictionary<TKey, IReadOnlyList<SecretText>>? _secrets;

    private Queue<TKey>? _order;

    /// <summary>Adds secrets to those that are known already.</summary>
    public void Add(TKey key, IReadOnlyList<SecretText> secrets)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            _order ??= new Queue<TKey>();
            ConcurrentDictionary<TKey, IReadOnlyList<SecretText>> all = _secrets ??= [];
            if (all.TryGetValue(key, out IReadOnlyList<SecretText>? known))
            {
                var both = new List<SecretText>(known);
                both.AddRange(new List<SecretText>(secrets).FindAll(secret => !both.Exists(secret.Is)));
                all[key] = both;
                return;
            }

            if (_order.Count == most)
            {
                all.TryRemove(_order.Dequeue(), out _);
            }

            _order.Enqueue(key);
            all[key] = secrets;
        }
    }

    /// <summary>All secrets that are kept.</summary>
    public IReadOnlyList<SecretText> All() => _secrets is { } all ? [.. all.Values.SelectMany(secrets => secrets)] : [];

    public bool TryGet(TKey key, [NotNullWhen(true)] out IReadOnlyList<SecretText>? secrets)
    {
        secrets = null;
        return _secrets is { } all && all.TryGetValue(key, out secrets);
    }
}
