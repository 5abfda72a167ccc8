using System;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Compares parts of two texts without making strings of them.</summary>
internal sealed class TextComparison(SourceText left, SourceText right)
{
    private readonly char[] _left = new char[1 << 12];
    private readonly char[] _right = new char[1 << 12];

    public bool AreEqual(WorkspaceSpan inLeft, WorkspaceSpan inRight)
    {
        if (inLeft.Length != inRight.Length)
        {
            return false;
        }

        for (int done = 0; done < inLeft.Length; done += _left.Length)
        {
            int count = Math.Min(_left.Length, inLeft.Length - done);
            left.CopyTo(inLeft.Start + done, _left, 0, count);
            right.CopyTo(inRight.Start + done, _right, 0, count);
            for (int i = 0; i < count; i++)
            {
                if (_left[i] != _right[i])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
