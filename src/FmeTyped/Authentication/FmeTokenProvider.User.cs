using System.Diagnostics;

namespace FmeTyped;

public abstract partial class FmeTokenProvider
{
    /// <summary>
    /// Creates tokens for a user name and password on the client's own server, keeps each until shortly before it expires, and creates a new one when the
    /// server refuses it. However many requests need a token, it is created once.
    /// </summary>
    /// <remarks>
    /// The password is sent over the client's connection, only to create a token and to ask for the server's build before that, so use an https address. A
    /// replaced token is left to expire. A token's name on the server begins with <c>FmeTyped-</c>.
    /// </remarks>
    /// <param name="userName">The FME Flow user.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="lifetime">The lifetime of each token, at least a minute; null for an hour.</param>
    /// <returns>A provider for <c>FmeFlowOptions.TokenProvider</c> of one client.</returns>
    /// <exception cref="ArgumentException">The name or the password is blank, or the name contains a colon, which cannot be sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is shorter than a minute or longer than 49 days.</exception>
    public static FmeTokenProvider ForUser(string userName, FmeSecret password, TimeSpan? lifetime = null) =>
        new UserTokenProvider(userName, password, lifetime);

    [DebuggerDisplay("{ToString(),nq}")]
    private sealed class UserTokenProvider : FmeTokenProvider
    {
        // A token is renewed when a tenth of its lifetime is left, but not earlier than this.
        private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

        private readonly object _gate = new();
        private readonly string _userName;
        private readonly FmeSecret _password;
        private readonly TimeSpan _lifetime;
        private ITokenMaker? _maker;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private Held? _held;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private Task<string>? _making;

        public UserTokenProvider(string userName, FmeSecret password, TimeSpan? lifetime)
        {
            UserNames.Check(userName, password);
            _userName = userName;
            _password = password;
            _lifetime = lifetime ?? TimeSpan.FromHours(1);
            if (_lifetime < TimeSpan.FromMinutes(1) || _lifetime > TimeSpan.FromDays(49))
            {
                throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A token's lifetime must be at least a minute and at most 49 days.");
            }
        }

        /// <inheritdoc/>
        /// <exception cref="InvalidOperationException">The provider was not given to a client.</exception>
        /// <exception cref="FmeException">The server does not create a token.</exception>
        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
        {
            Task<string> making;
            lock (_gate)
            {
                ITokenMaker maker = _maker ?? throw new InvalidOperationException("Give the provider to FmeFlowOptions.TokenProvider of a client first.");
                if (_held is { } held && maker.TimeProvider.GetElapsedTime(held.Since) < held.RenewAfter)
                {
                    return new(held.Token);
                }

                making = _making ??= StartMaking(maker);
            }

            return new(making.WaitAsync(cancellationToken));
        }

        /// <inheritdoc/>
        public override void OnRefused(string token)
        {
            lock (_gate)
            {
                if (_held?.Token == token)
                {
                    _held = null;
                }
            }
        }

        /// <summary>Returns the user's name; never the password or a token.</summary>
        public override string ToString() => $"{nameof(UserTokenProvider)} {{ UserName = {_userName}, Password = {FmeSecret.Mask} }}";

        internal override void Attach(ITokenMaker maker)
        {
            lock (_gate)
            {
                _maker = _maker is null
                    ? maker
                    : throw new ArgumentException("FmeFlowOptions.TokenProvider serves another client already. Create one provider per client.");
            }
        }

        // Not on the caller's thread, which holds the lock, and not with the caller's cancellation token, because other callers may join.
        private Task<string> StartMaking(ITokenMaker maker)
        {
            Task<string> making = Task.Run(() => MakeAsync(maker), CancellationToken.None);

            // All callers may have left before a failure arrives; it must not be reported as unobserved then.
            making.ContinueWith(
                static made => made.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            return making;
        }

        private async Task<string> MakeAsync(ITokenMaker maker)
        {
            Held? made = null;
            try
            {
                // The token's lifetime starts some time after this.
                long since = maker.TimeProvider.GetTimestamp();
                NewToken token = await maker.MakeAsync(
                    _userName, _password, new TokenRequest(Name: null, "Made by a program with FmeTyped.", _lifetime),
                    CancellationToken.None).ConfigureAwait(false);
                TimeSpan margin = token.Lifetime / 10;
                made = new Held(token.Token, since, token.Lifetime - (margin < LongestMargin ? margin : LongestMargin));
                return made.Token;
            }
            finally
            {
                lock (_gate)
                {
                    _held = made;
                    _making = null;
                }
            }
        }

        private sealed class Held(string token, long since, TimeSpan renewAfter)
        {
            [DebuggerBrowsable(DebuggerBrowsableState.Never)]
            public string Token => token;

            public long Since => since;

            public TimeSpan RenewAfter => renewAfter;
        }
    }
}
